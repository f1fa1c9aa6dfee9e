"""Tests which forms of a term are found in Spanish, Russian, Arabic, Chinese and German, and which look-alikes are
not."""

from __future__ import annotations

import pytest

from tests.terminology.test_recognise import concept, slices


@pytest.mark.parametrize(
    ("term", "form"),
    [
        ("solicitantes de asilo", "solicitante de asilo"),
        ("solicitante de asilo", "solicitantes del asilo"),
        ("Estado parte", "los Estados partes"),
        ("trabajador migratorio", "trabajadoras migratorias"),
        ("reunión", "reuniones"),
        ("régimen", "regímenes"),
        ("juez", "jueces"),
        ("orden", "órdenes"),
        ("buque", "buques"),
        ("tratado", "tratados"),
        ("derechos humanos", "derechos humanos"),
        ("miembro de la familia", "miembros de sus familias"),
    ],
)
def test_a_spanish_term_is_found_in_its_forms(term: str, form: str) -> None:
    assert slices(f"Aquí, {form}: ya.", concept("es", term)) == [form.removeprefix("los ")]


@pytest.mark.parametrize(
    ("term", "text"),
    [
        ("tratado", "La cuestión fue tratada."),
        ("partido", "Una partida del presupuesto."),
        ("trata", "El tratado."),
        ("política", "Un asunto político."),
        ("año", "El ano."),
        ("término", "El plazo termino ayer."),
    ],
)
def test_another_spanish_word_is_not_the_term(term: str, text: str) -> None:
    assert slices(text, concept("es", term)) == []


@pytest.mark.parametrize(
    ("term", "form"),
    [
        ("перемещенные лица", "перемещенных лиц"),
        ("перемещённые лица", "перемещенным лицам"),
        ("Афганистан", "Афганистана"),
        ("Генеральная Ассамблея", "Генеральной Ассамблее"),
        ("Совет Безопасности", "Советом Безопасности"),
        ("беженец", "беженцев"),
        ("ребенок", "детей"),
        ("женщина", "женщин"),
        ("оценка", "оценок"),
        ("критерии", "критериев"),
        ("преступления", "преступлений"),
        ("помощь", "помощью"),
        ("судно", "судов"),
        ("развивающаяся страна", "развивающихся стран"),
        ("Соломоновы Острова", "Соломоновых Островов"),
        ("торговля людьми", "торговли людьми"),
        ("гражданин", "гражданам"),
    ],
)
def test_a_russian_term_is_found_in_its_cases(term: str, form: str) -> None:
    assert slices(f"Там, для {form}, было.", concept("ru", term)) == [form]


@pytest.mark.parametrize(
    ("term", "text"),
    [
        ("Совет Безопасности", "совет о безопасности"),
        ("мир", "мера"),
        ("торговля людьми", "торговля с людьми"),
    ],
)
def test_another_russian_phrase_is_not_the_term(term: str, text: str) -> None:
    assert slices(text, concept("ru", term)) == []


@pytest.mark.parametrize(
    ("term", "text", "form"),
    [
        ("الهجرة القسرية", "والهجرة القسرية", "الهجرة القسرية"),
        ("أفغانستان", "في أفغانستان وبأفغانستان", "أفغانستان|أفغانستان"),
        ("الأمم المتحدة", "وللأمم المتحدة", "للأمم المتحدة"),
        ("لاجئ", "عودة اللاجئين وإلى لاجئة", "اللاجئين|لاجئة"),
        ("لاجئ", "المعونة للاجئين", "للاجئين"),
        ("الدولة العضو", "ودولها الأعضاء", "دولها الأعضاء"),
        ("مجلس الأمن", "إن مَجلِس الأمْن", "مَجلِس الأمْن"),
        ("مجلس الأمن", "إن مجلـــس الأمن", "مجلـــس الأمن"),
        ("موظف", "جميع موظفيها", "موظفيها"),
        ("حكومة", "لحكومتها", "حكومتها"),
        ("اتفاقية", "الاتفاقيات", "الاتفاقيات"),
        ("الرئيس المشارك", "من الرئيسين المشاركين", "الرئيسين المشاركين"),
        ("فريق الأمم المتحدة القطري", "أفرقة الأمم المتحدة القطرية", "أفرقة الأمم المتحدة القطرية"),
    ],
)
def test_an_arabic_term_is_found_without_what_is_written_together_with_it(term: str, text: str, form: str) -> None:
    assert "|".join(slices(text, concept("ar", term))) == form


@pytest.mark.parametrize(
    ("term", "text"), [("لد", "بلد"), ("وزير", "زير"), ("جنة", "اللجنة الخاصة"), ("اجتماع", "الاجتماعي")]
)
def test_another_arabic_word_is_not_the_term(term: str, text: str) -> None:
    assert slices(text, concept("ar", term, part_of_speech="verb" if len(term) < 3 else "noun")) == []


@pytest.mark.parametrize(
    ("term", "text"),
    [
        ("دورة", "في دورة الميزانية"),
        ("دورة", "في كل دورة سنوية"),
        ("مجلس الإدارة", "مجلس الإدارة المركزي"),
        ("سوريا", "كان مواطناً سورياً"),
    ],
)
def test_an_arabic_word_in_a_phrase_of_its_own_is_not_the_term(term: str, text: str) -> None:
    assert slices(text, concept("ar", term, part_of_speech="proper" if term == "سوريا" else "noun")) == []


def test_an_arabic_name_keeps_its_article() -> None:
    assert slices("عرض قمر على الأمم", concept("ar", "القمر", part_of_speech="proper")) == []
    assert slices("اتحاد جزر القمر", concept("ar", "القمر", part_of_speech="proper")) == ["القمر"]


def test_a_chinese_term_is_a_run_of_characters() -> None:
    text = "阿富汗和阿尔巴尼亚的难民"
    assert slices(text, concept("zh", "阿富汗"), concept("zh", "阿尔巴尼亚"), concept("zh", "难民")) == [
        "阿富汗",
        "阿尔巴尼亚",
        "难民",
    ]
    assert slices("为和平与安全", concept("zh", "和平")) == ["和平"]


def test_of_chinese_terms_that_overlap_the_longest_is_given() -> None:
    terms = (concept("zh", "联合国"), concept("zh", "联合国难民署"), concept("zh", "难民"))
    assert slices("联合国难民署", *terms) == ["联合国难民署"]
    assert slices("联合国的难民", *terms) == ["联合国", "难民"]


@pytest.mark.parametrize(
    ("term", "text"),
    [
        ("法国", "合法国家"),
        ("工作组", "工作组织"),
        ("大会", "世界减灾大会"),
        ("决策", "决策者"),
        ("会议", "委员会议程"),
        ("南非", "撒哈拉以南非洲"),
        ("人权", "残疾人权利"),
    ],
)
def test_a_chinese_term_is_not_cut_from_other_words(term: str, text: str) -> None:
    assert slices(text, concept("zh", term)) == []


@pytest.mark.parametrize(
    ("language", "term", "text", "found"),
    [
        ("es", "sesión", "las sesiones del período de sesiones", ["sesiones"]),
        ("ru", "США", "США выделили 5 млн долл. США", ["США"]),
        ("ar", "قرار", "صدر القرار عن اتخاذ القرارات", ["القرار"]),
        ("zh", "萨摩亚", "萨摩亚和美属萨摩亚", ["萨摩亚"]),
    ],
)
def test_a_word_within_a_phrase_of_another_sense_is_no_term(
    language: str, term: str, text: str, found: list[str]
) -> None:
    assert slices(text, concept(language, term)) == found


def test_a_chinese_term_is_found_before_a_word_that_only_begins_as_another() -> None:
    assert slices("由专家组成的专家组成员", concept("zh", "专家组")) == ["专家组"]


def test_where_a_chinese_term_ends_another_may_begin() -> None:
    assert slices("大会议程", concept("zh", "大会"), concept("zh", "议程")) == ["大会", "议程"]


def test_a_chinese_name_of_a_people_or_a_language_is_not_that_of_the_state() -> None:
    italy = concept("zh", "意大利", part_of_speech="proper")
    assert slices("意大利语、意大利人、意大利人民", italy) == ["意大利"]


def test_a_name_in_a_longer_name_is_no_mention_of_it() -> None:
    names = [concept("es", name, part_of_speech="proper") for name in ("Guinea", "Guinea-Bissau")]
    assert slices("Guinea y Guinea-Bissau", *names) == ["Guinea", "Guinea-Bissau"]


@pytest.mark.parametrize(
    ("language", "name", "text", "found"),
    [
        ("es", "Granada", "granadas en Granada", ["Granada"]),
        ("es", "Granada", "granada", ["granada"]),
        ("ru", "Того", "Кроме того, Того", ["Того"]),
        ("ru", "Мали", "Мало в Мали", ["Мали"]),
    ],
)
def test_a_name_of_one_word_has_its_capital_in_a_text_with_capitals(
    language: str, name: str, text: str, found: list[str]
) -> None:
    assert slices(text, concept(language, name, part_of_speech="proper"), tolerant=True) == found


def test_an_arabic_name_without_article_is_not_a_word_with_one() -> None:
    mali = concept("ar", "مالي", part_of_speech="proper")
    assert slices("الدعم المالي", mali, tolerant=True) == []
    assert slices("الدعم لمالي", mali, tolerant=True) == ["مالي"]


def test_a_chinese_term_of_one_character_is_refused() -> None:
    assert slices("法律", concept("zh", "法")) == []


@pytest.mark.parametrize(
    ("term", "form"),
    [("Arbeitsgruppe", "Arbeitsgruppen"), ("Vertragsstaat", "Vertragsstaaten"), ("Rat", "Räte"), ("Land", "Ländern")],
)
def test_a_german_term_is_found_in_its_forms(term: str, form: str) -> None:
    assert slices(f"Hier: {form}.", concept("de", term)) == [form]
