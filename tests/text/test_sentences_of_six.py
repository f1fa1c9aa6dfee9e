"""Sentences end where their language ends them."""

from __future__ import annotations

import pytest

from tmtool.text.segmentation import split

SENTENCES = {
    "es": (
        ["El Sr. Pérez abrió la 1.ª sesión a las 10.00 horas.", "Véase el art. 5, párr. 2.", "¿Terminó?", "Sí."],
        ["Tema 3. Aprobación del programa"],
        ["Según el Artículo 5.", "La Asamblea decide."],
        ["La Sra. Gómez (EE. UU.) citó la pág. 3 y el núm. 4.", "«¡Basta!» dijo el Dr. Ruiz.", "Fin."],
    ),
    "ru": (
        [
            "Г-н Иванов А. Б. открыл 1-е заседание в 10 ч. 00 м.", "См. ст. 5, п. 2.",
            "В 2014 г. состоялась сессия и т. д.", "Всё.",
        ],
        ["Пункт 3. Утверждение повестки дня"],
        ["См. пункт 3.", "Он длинный."],
        ["Расходы составили 5 млн. долл. США.", "В гл. 3 и пп. 4–6 сказано, т. е. указано, иное."],
    ),
    "ar": (
        ["هل انتهى الاجتماع؟", "نعم.", "وقال السيد أ. محمد إن المادة 5 مهمة."],
        ["البند 3. إقرار جدول الأعمال"],
        ["انتهت الجلسة؛ ثم رفعت.", "وبدأت أخرى!", "12 عضوا حضروا."],
    ),
    "zh": (
        ["1. 会议开幕。", "2. 通过议程和安排工作。"],
        ["他说：“会议结束了。”", "然后离开；没有回来！", "为什么？"],
        ["通过第7364次会议；报告：略。", "（一）开幕。"],
    ),
    "de": (
        ["Die 3. Sitzung war am 8. September 2020.", "Siehe Art. 5 Abs. 3, z. B. Nr. 2.", "Dr. Müller kam."],
        ["Punkt 3. Annahme der Tagesordnung"],
        ["Es kostete ca. 3 Mio. Euro.", "Ist das so?", "Ja!"],
    ),
}  # fmt: skip


@pytest.mark.parametrize(("tag", "sentences"), [(tag, some) for tag, groups in SENTENCES.items() for some in groups])
def test_a_text_is_cut_into_its_sentences(tag: str, sentences: list[str]) -> None:
    text = ("" if tag == "zh" else " ").join(sentences)
    assert [span.of(text) for span in split(text, tag)] == sentences
