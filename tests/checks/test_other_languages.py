"""Translations between other languages than English and French are checked by value, and right ones are left alone."""

from __future__ import annotations

import pytest

from tmtool.checks.engine.draft import Pair
from tmtool.checks.engine.preparing import prepare
from tmtool.checks.engine.registry import run_checks
from tmtool.model import Level
from tmtool.tasks.packaged import packaged_concepts


def checks(languages: str, source: str, target: str) -> list[str]:
    """Returns the names of the checks that say something louder than a hint about a pair: "en-es"."""
    source_language, target_language = languages.split("-")
    draft = prepare([Pair(1, target, source)], source_language=source_language, target_language=target_language)
    return [one.check for one in run_checks(draft, "segment") if one.level is not Level.HINT]


def levels(languages: str, source: str, target: str) -> dict[str, Level]:
    """Returns the checks that say something about a pair, with the level of that."""
    source_language, target_language = languages.split("-")
    draft = prepare([Pair(1, target, source)], source_language=source_language, target_language=target_language)
    return {one.check: one.level for one in run_checks(draft, "segment")}


@pytest.mark.parametrize(
    ("languages", "source", "target"),
    [
        ("en-es", "See the log of us.debian.org in /etc/to.", "Véase el registro de us.debian.org en /etc/to."),
        ("en-ru", "The question copy_to_disk is asked.", "Задаётся вопрос copy_to_disk."),
        ("en-ar", "BEHIND THE SCENES /etc/environment and /etc/rc", "وراء الكواليس /etc/environment و /etc/rc"),
        ("en-ar", "the article on “peace”", "المادة المتعلقة ”بالسلام“"),
        ("en-ru", "You can&#8217;t leave the room yet.", "Пока нельзя выходить из комнаты."),
        ("es-zh", "El debate con el Sr. A. de Zayas.", "与A. de Zayas先生进行的辩论。"),
        ("en-es", "It grew in the 1980s.", "Creció en los años 80."),
        ("en-es", "It grew in the 1980s.", "Creció en los años ochenta."),
        ("en-ru", "It grew in the 1980s.", "Это выросло в восьмидесятых годах."),
        ("en-zh", "It grew in the 1980s.", "八十年代有所增长。"),
        ("en-es", "They were there in the 1800s.", "Estaban allí en el siglo XIX."),
        ("en-ru", "They were there in the 1800s.", "Они были там в 19 веке."),
        ("en-ar", "They were there in the 1800s.", "كانوا هناك في القرن التاسع عشر."),
        ("fr-en", "dans les années 1980, puis les années 1990", "in the 80's and the nineties"),
        ("en-es", "a throwback to the Seventies", "un recuerdo de los años 70"),
        ("fr-en", "pendant soixante-dix ans", "for seven decades"),
        ("en-es", "They worked for 30 years.", "Trabajaron durante tres decenios."),
        ("en-ru", "They worked for three decades.", "Они работали 30 лет."),
        ("en-ar", "They worked for 30 years.", "عملوا لمدة ثلاثة عقود."),
        ("en-zh", "They worked for three decades.", "他们工作了30年。"),
        ("en-ru", "a town of 80,000 people", "город с населением 80.000 человек"),
        ("en-ru", "Antonio, 19, a student", "Антонио, девятнадцатилетний студент"),
        ("en-zh", "nearly 40% of all tickets", "近四成的票"),
        ("en-zh", "It rose by 1%.", "上升了一个百分点。"),
        ("en-zh", "some RMB12.8 million", "约1280万元"),
        ("en-zh", "from 6 to 7 million rubles", "600至700万卢布"),
        ("en-zh", "from April to June", "于4至6月"),
        ("en-es", "between 10 and 11 p.m.", "entre las 10:00 y las 11:00 p. m."),
        ("en-ru", "between 10 and 11 p.m.", "между 10:00 и 11:00 вечера"),
        ("en-ar", "between 10 and 11 p.m.", "بين الساعة 10:00 إلى 11:00 مساءً"),
        ("en-zh", "between 10 and 11 p.m.", "晚上10点到11点之间"),
        ("en-es", "Look what you have done", "Mira lo que has hecho"),
        ("en-ru", "eyeWitness to Cities is free.", "Программа eyeWitness to Cities бесплатна."),
        (
            "en-ru",
            "What else is there to say about the women who came...",
            "Что ещё сказать о женщинах, которые пришли…",
        ),
        (
            "en-ar",
            "The Committee adopted the report of the Group.",
            "اعتمدت اللجنة تقرير الفريق العامل المعني بهذه المسألة.\u200f",
        ),
        ("en-zh", "members of the Economic and Social Council", "经济及社会理事会理事国"),
        ("fr-en", "ils sont numéro 1 mondial", "they lead the world"),
        ("fr-en", "Le guide est disponible sur guide.eu.", "The guide is available at guide.eu."),
        ("zh-es", "112．接管城市的案例很好。", "El caso de la toma de la ciudad es un buen ejemplo."),
        ("en-es", "The United Kingdom left Chad for Peru.", "Los británicos salieron del Chad para el Perú."),
        ("en-ru", "The Republic of Korea left Chad for Peru.", "Южнокорейские силы ушли из Чада в Перу."),
        ("en-zh", "The Dutch company left Taiwan.", "荷兰公司离开了该岛。"),
        ("en-es", "It considered the measures at its meeting(3).", "Examinó las medidas en su reunión de Viena. (3)"),
        ("en-es", 'It considered the measures "as planned."', 'Examinó las medidas "según lo previsto."'),
        ("en-es", "for twenty seconds", "durante veinte segundos"),
        ("en-es", "the number per 1 million people", "el número por millón de personas"),
        ("en-ru", "the number per million people", "число на миллион жителей"),
        ("en-zh", "half a million companies", "50万家公司"),
        ("en-es", "trials of 2015-16", "ensayos de 2015 y 2016"),
        ("en-es", "It lies 40 miles from the border.", "Está a 64 kilómetros de la frontera."),
        ("en-ru", "Rain of 2 to 4 inches fell.", "Выпало от 5 до 10 см осадков."),
        ("fr-en", "Le domaine compte 4 hectares de bois.", "The domain has 10 acres of wood."),
        ("en-es", "income per capita in vitro", "ingreso per cápita in vitro"),
        ("en-ru", "studies in vitro", "исследования in vitro"),
        ("en-de", "poverty in all its dimensions", "Armut in all ihren Dimensionen"),
        ("fr-en", "La valeur au pair a été fixée.", "The par value has been set."),
        ("fr-en", "La voiture de mon fils", "The car of my son"),
        ("es-en", "El derecho del mar de la época", "The law of the sea of that era"),
        ("es-fr", "Cada año se sienten mal.", "Chaque an, ils se sentent mal."),
        ("fr-es", "au sud, une fois par mois", "al sur, una vez por mes"),
        ("en-de", "countries that support them", "Staaten, die die Maßnahmen unterstützen"),
        ("en-de", "It works for Canada plus plus.", "Das gilt für Canada Plus Plus."),
        ("en-de", '"We want to make our own laws in our own country."', "„Wir wollen eigene Gesetze in unserem Land.“"),
        ("en-de", "It cost $1,234.5 on 12 March 2027.", "Es kostete am 12. März 2027 1.234,5 Dollar."),
        ("en-de", "(a) Loss and (b) waste of food", "Verlust und Verschwendung von Nahrung"),
        ("es-en", "un proceso de carácter incluyente", "an inclusive process"),
        ("fr-es", "il y a déjà trois réunions", "deja de haber tres reuniones"),
        ("ru-fr", "Предварительная повестка дня 7364-го заседания,", "Ordre du jour provisoire de la 7364e séance"),
        (
            "ru-en",
            "которое состоится в среду, 18 февраля 2015 года, в 10 ч. 00 м.",
            "To be held on Wednesday, 18 February 2015, at 10 a.m. sharp",
        ),
        (
            "fr-en",
            "L’aide qui peut être accordée ne peut excéder :",
            "The assistance that may be provided shall not exceed",
        ),
        (
            "ar-es",
            "الصلة بين الانخفاضات في المركبات والجدول الزمني الحالي؛",
            "La relación entre las reducciones y el calendario vigente; y",
        ),
        ("en-zh", "after the attacks of 11 September 2001", "2001年9·11袭击之后"),
        ("en-zh", "the March session", "3月份会议"),
        ("en-ru", "'It is a complete farce.", "«Это один сплошной фарс."),
        ("en-es", "There is no such thing,' he added.", "No existe tal cosa”, agregó."),
        ("en-ru", "Poulter of England played for the Cup.", "Поултер из Англии играл в Кубке."),
        ("en-ar", "countries such as Belarus", "بلدان مثل روسيا البيضاء"),
        ("en-ar", "A. Strategic approach", "ألف - النهج الاستراتيجي"),
        ("en-ru", "A. Strategic approach", "А. Стратегический подход"),
        ("en-zh", "III. Cooperation", "三. 合作"),
        ("en-ru", "The question was asked, what will it take?", "Был задан вопрос о том, что необходимо."),
        ("en-es", "It works for 2.5 years.", "Trabaja durante dos años y medio."),
        ("en-ru", "It works for 2.5 years.", "Работает в течение двух с половиной лет."),
        ("en-ar", "It works for 2.5 years.", "يعمل لمدة سنتين ونصف."),
        ("en-zh", "It works for 2.5 years.", "工作两年半。"),
        ("en-ru", "the twenty-third session", "двадцать третья сессия"),
        ("en-ru", "the sixty-ninth session", "69я сессия"),
        ("en-ru", "the goals of Agenda 21", "цели Повестки дня на XXI век"),
        ("ru-en", "на 10,4 процентных пункта", "by 10.4 percentage points"),
        ("en-ar", "members of the LCBC and Benin", "أعضاء لجنة حوض بحيرة تشاد وبنن"),
        ("en-ar", "Denmark sends troops to MINUSMA.", "وترسل الدنمارك قوات إلى البعثة في مالي."),
        ("en-ar", "Guinea, Guinea-Bissau and Chad", "غينيا وغينيا - بيساو وتشاد"),
        ("en-ar", "Pago Pago Airport", "مطار باغو باغو"),
        ("en-zh", "Pago Pago Airport", "帕果帕果机场"),
        ("en-ar", "section V of the report", "الفرع خامسا من التقرير"),
        ("en-ar", "resolution 253 (III), 16 October 1948", "القرار 253 (د-3)، 16 تشرين الأول/أكتوبر 1948"),
        ("en-ar", "Annex I, footnote a", "المرفق الأول، الحاشية (أ)"),
        ("en-ar", "one staff member at P-2", "موظف واحد برتبة ف-2"),
        ("fr-ar", "L’Union a renforcé le partenariat.", "19-25 وعززت الوحدة الشراكة."),
        ("en-zh", "Part B", "B部分"),
        ("en-zh", "under article 7 (2) (a)", "根据第七条第㈡款第1项"),
        ("zh-es", "列入附表一", "se incluirá en la Lista I"),
        ("fr-zh", "24 heures sur 24, 7 jours sur 7", "每周7天每天24小时"),
        ("en-es", "As farmers, 47% are women.", "El 47% de los agricultores/as son mujeres."),
        ("fr-en", "À Paris, Regards de femmes agit.", "In Paris, Regards de femmes works."),
        ("fr-en", "Ils veulent annexer de facto ces terres.", "They want to de facto annex these lands."),
        ("es-en", "Se redujo la tensión de la zona.", "The area was able to de-escalate."),
        ("es-fr", "La medida 5 no se aplica.", "La mesure no 5 n’est pas appliquée."),
        ("fr-en", "l’UNICEF en République arabe syrienne", "UNICEF Syria"),
        ("en-zh", "from 0000 hours on 15 February 2015", "从2015年2月15日零时起"),
        ("en-ru", "a 30% quota", "30процентная квота"),
        ("en-ru", "in Annexes A and B to the Convention", "в приложения А и В к Конвенции"),
        ("en-zh", "Figure III lists the cases.", "图三开列了案件。"),
        ("en-ar", "in particular paragraph 11", ")، وبخاصة الفقرة 11"),
        ("en-ar", "Beyond GDP (with others)", "ما وراء الناتج( مع آخرين)"),
        ("en-fr", "under Articles 4653 of the Code", "en vertu des articles 46 à 53 du Code"),
        ("fr-en", "en vertu des articles 46 à 53 du Code", "under Articles 4653 of the Code"),
        ("en-ar", "It met in Vienna and in Geneva.", "واجتمعت في فيينا وجنيف."),
        ("en-ar", "the Secretary-General to the General Assembly", "الأمين العام للجمعية العامة"),
        ("en-zh", "the Review Conference of the Parties", "缔约国审议大会"),
        ("en-zh", "Hundreds of thousands of people died.", "数十万人死亡。"),
        ("en-es", "It met at Headquarters and went to Bonn.", "Se reunió en la Sede y fue a Bonn."),
        ("en-ru", "the Under-Secretary-General", "заместитель Генерального секретаря"),
        ("ru-en", "развивающиеся страны, не имеющие выхода к морю", "landlocked developing countries"),
        ("fr-en", "Environ 14 % des cas sont graves.", "In ca 14% of cases the illness is severe."),
        ("zh-en", "发展中国家的资源", "the resources of developing countries and of India"),
        ("zh-es", "沿海地区的资源", "los recursos del Caribe y de Italia"),
        ("zh-ru", "发展中国家的资源", "ресурсы развивающихся стран (в долларах США)"),
        ("ru-en", "страны (в долл. США)", "countries (in dollars), and Peru"),
        ("ar-en", "تقديم دعم مالي إلى البلدان", "financial support to countries and Peru"),
        ("zh-en", "呼吁缔约国不要施加任何限制或制约。", "States are called upon to refrain from restrictions."),
        ("en-ru", "The members cannot but regret the delay in the work.", "Члены сожалеют о задержке в работе."),
        ("en-ru", "Theft and fraud have all been among the acts.", "Кражи и мошенничество - лишь некоторые из деяний."),
        ("en-ru", "pupils at the end of primary school", "выпускники начальной школы"),
        ("en-ru", "a land-degradation-neutral world by that time", "мир, в котором к тому времени земля не ухудшается"),
        ("ar-en", "الدول المدرجة في القائمة ألف", "the States on list A"),
        ("fr-en", "un dernier envoi, et la réponse de ce dernier", "the last consignment and the reply of the first"),
        (
            "fr-en",
            "Elle attend jusqu’à ce que le délai soit d’un mois.",
            "It waits until the term is at least a month.",
        ),
        (
            "fr-en",
            "les États d’Afrique, les États d’Asie et du Pacifique, les États d’Europe et les États d’Amérique latine",
            "African States, Asia-Pacific States, European States and Latin American States",
        ),
        ("fr-en", "Jeudi 8 avril 10 heures-13 heures 4 a) Examen", "Thursday, 8 April 10 a.m.–1 p.m. 4 (a) Review"),
        ("fr-en", "Date 10 heures-13 heures 15 heures-18 heures", "Date 10 a.m.–1 p.m. 3–6 p.m."),
        ("fr-en", "Lundi 4 mai 15 heures 54 et 55 Ouverture", "Monday, 4 May 3 p.m. 54 and 55 Opening"),
        ("fr-en", "Il commence par l’article premier du texte.", "It begins with article I, the last one of the text."),
        ("fr-en", "mai", "May"),
        ("fr-en", "N’avez-vous jamais pensé à enseigner ?", "Have you ever thought about teaching?"),
        (
            "fr-en",
            "avant qu’il ne soit vendu, la personne l’inscrit au registre",
            "before it is sold, the person enters it",
        ),
        ("fr-en", "Ces pommes ne sont pas visées par le paragraphe 1.", "These apples are exempt from paragraph 1."),
        ("fr-en", "7 mai Examen du projet Néant", "7 May Review of the draft None"),
        ("fr-en", "Il siège au Palais des fêtes de la ville.", "It sits at the Palais des fêtes in the city."),
        ("fr-en", "Mardi Pas de séance Pas de séance", "Tuesday No meeting No meeting"),
        (
            "fr-en",
            "La décision de la Commission a été prise sans vote¹.",
            "The decision of the Board was taken without a vote.¹",
        ),
        ("fr-en", "supprimer le champ par la valeur ``None`` ici", "remove the field by the value ``None`` here"),
    ],
)
def test_what_is_only_written_otherwise_is_left_alone(languages: str, source: str, target: str) -> None:
    assert checks(languages, source, target) == []


@pytest.mark.parametrize(
    ("languages", "source", "target", "check"),
    [
        ("en-es", "It grew in the 1980s.", "Creció en los años 90.", "numbers-value"),
        ("en-es", "It lies 40 miles from the border.", "Está a 94 kilómetros de la frontera.", "numbers-value"),
        ("fr-en", "La réunion est ouverte à 10 heures 30.", "The meeting opens at 10 a.m.", "dates-time"),
        ("en-ru", "Peace in Cuba and Chad", "Мир на Кипре и в Чаде", "names-country"),
        ("en-ru", "The delegation of Austria", "Делегация Австралии", "names-country"),
        ("en-ar", "The delegation of Benin", "وفد بنما", "names-country"),
        ("en-ru", "the twenty-third session", "двадцать вторая сессия", "numbers-ordinal"),
        ("en-ru", "III. Cooperation", "Сотрудничество", "markup-label"),
        ("en-ar", "III. Cooperation", "ثانيا - التعاون", "markup-label"),
        ("en-de", "It met on 12 March 2027.", "Sie trat am 13. März 2027 zusammen.", "dates-value"),
        ("en-de", "The 25 members met.", "Die sechsundzwanzig Mitglieder traten zusammen.", "numbers-value"),
        ("en-es", "countries with others", "países with otros", "language-foreign-word"),
        (
            "en-es",
            "It considered the measures on 13 November 2014.",
            "Examinó todas las medidas el 13 de noviembre de 2014",
            "typography-final-mark",
        ),
        (
            "en-zh",
            "It considered the measures at the meeting in Vienna (see annex).",
            "工作组在维也纳会议上审议了人力资源问题以及许多其他的问题和事项，包括会议室和其他的安排（见附件）",
            "typography-final-mark",
        ),
        ("en-zh", "the report of the Committee", "委员委员会的报告", "duplication-word"),
        ("es-en", "La delegación británica", "The delegation of France", "names-country"),
        ("ru-en", "Британская делегация", "The delegation of France", "names-country"),
        ("en-es", "Paragraph 5 of article 12", "el párrafo 12 del artículo 5", "references-number"),
        ("en-ru", "Paragraph 5 of article 12", "пункт 12 статьи 5", "references-number"),
        ("en-ar", "Paragraph 5 of article 12", "الفقرة 12 من المادة 5", "references-number"),
        ("en-zh", "Article 5, paragraph 3", "第3条第5款", "references-number"),
        ("en-ru", "The Group did not adopt it at all.", "Группа приняла его.", "meaning-negation"),
        ("ar-en", "ولم تعتمد اللجنة مشروع القرار.", "The Committee adopted it.", "meaning-negation"),
        ("zh-en", "中国家庭的资源", "the resources of families in India", "names-country"),
        ("zh-ru", "中国的资源", "ресурсы Индии", "names-country"),
        ("en-es", "It met in Geneva.", "Se reunió en Viena.", "names-city"),
        ("en-ru", "It met in Geneva.", "Она собралась в Вене.", "names-city"),
        ("en-ar", "It met in Geneva.", "واجتمعت في فيينا.", "names-city"),
        ("zh-en", "委员会在维也纳举行了会议。", "It met in Geneva.", "names-city"),
        ("en-es", "The Security Council decided.", "La Asamblea General decidió.", "names-body"),
        ("en-ru", "The Security Council decided.", "Генеральная Ассамблея постановила.", "names-body"),
        ("en-ar", "The Security Council decided.", "وقررت الجمعية العامة.", "names-body"),
        ("en-zh", "The Security Council decided.", "大会决定。", "names-body"),
        ("en-es", "two thirds of the members", "dos quintas partes de los miembros", "numbers-word"),
        ("ru-en", "Погибли тысячи людей.", "Hundreds of people died.", "numbers-word"),
        ("en-ar", "two thirds of the members", "ربع الأعضاء", "numbers-word"),
        ("en-zh", "Two thirds were present.", "四分之三的成员出席了会议。", "numbers-word"),
        ("en-es", "All States replied to it.", "Algunos Estados respondieron.", "meaning-opposite"),
        ("en-ru", "Every State replied to it.", "Некоторые государства ответили.", "meaning-opposite"),
        ("ar-en", "وردت جميع الدول.", "Some States replied.", "meaning-opposite"),
        ("zh-en", "所有国家都答复了。", "Several States replied.", "meaning-opposite"),
        ("ru-en", "Он представил доклад о торговле.", "He presented доклад о торговле.", "language-foreign-word"),
        ("ar-en", "وقدم تقريرا عن التجارة.", "He presented تقريرا عن التجارة.", "language-foreign-word"),
        ("zh-en", "他提交了关于贸易的报告。", "He presented 关于贸易的报告。", "language-foreign-word"),
        ("ru-en", "Представитель Республики Корея", "Представитель Республики Корея", "language-source-copied"),
        ("ar-es", "تقرير عن التجارة", "تقرير عن التجارة", "language-source-copied"),
        (
            "es-en",
            "La Comisión se ocupa de las normas que puedan querer África y Asia.",
            "The Commission is the one of us that deals with las normas que puedan querer África y Asia.",
            "language-foreign-word",
        ),
        (
            "zh-en",
            "安全理事会必须停止这种做法。",
            "The Security Council must put an end to it",
            "typography-final-mark",
        ),
        (
            "ru-en",
            "В ходе торгов 2027 года цены на них выросли.",
            "Their prices rose again at the auctions of 2027",
            "typography-final-mark",
        ),
        (
            "es-en",
            "La Comisión (Ginebra) volvió a ocuparse de la cuestión.",
            "The question was taken up again by the Commission (Geneva)",
            "typography-final-mark",
        ),
        (
            "fr-en",
            "Sachant que les prix, les salaires et les impôts augmentent,",
            "Aware that prices, wages and taxes are on the rise",
            "typography-final-mark",
        ),
        ("en-ar", "Italy informed the Italian agency.", "أبلغت إندونيسيا الوكالة الإيطالية.", "names-country"),
        ("en-es", "Oman* (2030) and Peru* (2030)", "Omán* () y Perú* (2030)", "markup-brackets"),
        ("ru-en", "в начале 1960х годов", "in the early s", "numbers-gone"),
    ],
)
def test_what_differs_is_flagged(languages: str, source: str, target: str, check: str) -> None:
    assert check in checks(languages, source, target)


def test_numbers_that_are_shifted_alike_from_one_place_on_are_an_error_once() -> None:
    pairs = [Pair(1, "105. La Mesa", "103. The Bureau"), Pair(2, "106. El Comité", "104. The Committee")]
    draft = prepare(pairs, source_language="en", target_language="es")
    found = [one for one in run_checks(draft, "segment") if one.check == "markup-label"]
    assert [(one.segment, one.level) for one in found] == [(1, Level.ERROR), (2, Level.HINT)]


def test_the_next_number_in_a_row_of_any_origin_is_that_of_a_document_that_counts_otherwise() -> None:
    assert levels("en-es", "103. The Bureau", "104. La Mesa") == {"markup-label": Level.HINT}
    assert levels("en-es", "103. The Bureau", "109. La Mesa") == {"markup-label": Level.ERROR}
    assert levels("en-fr", "103. The Bureau", "104. Le Bureau") == {"markup-label": Level.ERROR}


def test_a_bracket_has_its_partner_in_the_segment_where_that_of_the_source_has() -> None:
    pairs = [Pair(1, "Omán (2030 y Perú", "Oman (2030) and Peru"), Pair(2, "Ginebra 2030)", "Geneva (2030)")]
    draft = prepare(pairs, source_language="en", target_language="es")
    assert [one.segment for one in run_checks(draft, "segment") if one.check == "markup-brackets"] == [1, 2]


def test_a_passage_left_in_the_language_of_the_source_is_one_finding() -> None:
    source = "El Comité examinó las normas para la paz en el mundo."
    target = "The Committee, as we said to all of them in the letter, considered las normas para la paz en el mundo."
    draft = prepare([Pair(1, target, source)], source_language="es", target_language="en")
    found = [one for one in run_checks(draft, "segment") if one.check == "language-foreign-word"]
    assert [one.target_span.of(target) for one in found if one.target_span] == [target[target.index("las") : -1]]


def test_a_heading_that_is_a_date_may_leave_out_its_year() -> None:
    assert levels("en-es", "7 June 2014", "7 de junio") == {"dates-value": Level.HINT}
    assert levels("en-es", "It met on 7 June 2014", "Se reunió el 7 de junio") == {"dates-value": Level.INFO}


def test_a_reference_that_only_the_translation_has_is_a_hint_where_the_words_of_the_source_are_not_known() -> None:
    assert levels("en-es", "the said law", "el artículo 12 de dicha ley") == {"references-number": Level.HINT}
    assert levels("en-fr", "the said law", "l’article 12 de ladite loi")["references-number"] is Level.INFO


def test_a_small_translation_counts_for_less_where_nothing_is_seen_to_be_lost() -> None:
    names = "Abrahamsson, Bjarnason, Kowalczyk, Lindqvist, Oyelaran, Papadopoulos, Thorvaldsen"
    some = "Abrahamsson, Bjarnason, Kowalczyk, Lindqvist, etc."
    assert levels("en-es", f"{names} and Wojciechowska", some)["completeness-length"] is Level.HINT
    assert levels("en-es", f"{names}, 1997 and 1998", some)["completeness-length"] is Level.WARNING


def test_values_that_are_lost_with_a_part_are_told_with_it() -> None:
    source = "In 2009, when it met, the Working Group considered the report of the Secretariat on human rights."
    assert levels("en-es", source, "Se reunió.") == {"completeness-length": Level.WARNING}


def test_a_translation_of_which_next_to_nothing_belongs_to_its_source_is_told_once() -> None:
    source = "The share of pupils aged 7–14 years who were absent from lessons for a month because of illness"
    target = "Число жертв дорожных аварий на 100 000 жителей в разбивке по району и возрасту"
    assert checks("en-ru", source, target) == ["language-other-segment"]
    assert checks("en-zh", source, "每10万居民中交通事故受害者人数，按地区和年份分列") == ["language-other-segment"]
    ship = "Norwegian Pelican 7351882 Tanker 14 March 2011"
    assert checks("en-es", ship, "Ecuador Estrella Vieja 9127044 Carga seca 2 May 2016") == ["language-other-segment"]


def test_a_translation_with_another_value_whose_words_are_answered_belongs_to_its_source() -> None:
    source = "The share of pupils aged 7–14 years who were absent from lessons for a month because of illness"
    target = "Доля учеников от 7 до 13 лет, пропускавших уроки месяц по болезни"
    assert checks("en-ru", source, target) == ["numbers-value"]


def test_the_rest_of_a_row_of_which_only_its_end_is_there_is_not_told_again() -> None:
    source = (
        "The delegation would be most grateful if the Chair could have this note issued as a document of the "
        "seventy-first session of the Assembly, under item 24 (b)."
    )
    assert checks("en-ru", source, "24 (b) повестки дня") == ["completeness-length"]


def test_numbers_that_are_lost_in_the_clause_of_a_percentage_are_told_with_it() -> None:
    source = "The rate of replies was 88 per cent, up from the 81 per cent found in 2016, which shows great interest."
    target = "La tasa de respuestas fue del 88%, lo que muestra el gran interés que tienen todos en la encuesta."
    assert checks("en-es", source, target) == ["numbers-percent"]
    assert checks("es-en", target, source) == ["numbers-percent"]
    apart = source.replace("found in 2016", "found; in 2016 there was one question more")
    target = target.replace("88%,", "88%; hubo otra pregunta más,")
    assert checks("en-es", apart, target) == ["numbers-percent", "numbers-value"]


def test_a_country_that_is_exchanged_with_its_official_name_is_told_once() -> None:
    concepts = packaged_concepts()
    pair = Pair(1, "الممثل الدائم لجمهورية الصين الشعبية", "Permanent Representative of the Kyrgyz Republic")
    draft = prepare([pair], source_language="en", target_language="ar", concepts=concepts)
    assert [one.check for one in run_checks(draft, "segment") if one.level is not Level.HINT] == ["names-country"]


def test_a_date_cut_off_at_the_end_of_a_bracket_is_told_by_the_bracket() -> None:
    source = "The mission (3 May 2011; 9 June 2012) ended."
    assert checks("en-ru", source, "Миссия (3 мая 2011 года; 9 июня") == ["markup-brackets"]


def test_several_symbols_that_only_one_side_has_are_one_finding() -> None:
    found = checks("en-ru", "the indicators of both goals", "показатели обеих целей (A/CN.9/840 и A/CN.9/841)")
    assert found == ["references-symbol"]


def test_the_call_of_a_note_may_come_after_the_last_mark() -> None:
    source = "Проект был одобрен Комитетом на основании его доклада2."
    assert checks("ru-en", source, "The draft was approved by the Committee on the basis of its report.2") == []
    assert checks("ru-en", source, "The draft was approved by the Committee on the basis of its report2") != []


def test_a_part_that_begins_with_the_mark_before_it_is_cut_elsewhere_than_its_source() -> None:
    source = "in particular the second chapter and the annexes to the final report of the Committee,"
    target = "в частности на вторую главу и приложения к заключительному докладу Комитета"
    assert levels("en-ru", source, f", {target}") == {"typography-final-mark": Level.HINT}
    assert levels("en-ru", source, target) == {"typography-final-mark": Level.WARNING}


def test_figures_of_a_row_of_a_table_are_only_noted_where_the_source_has_none() -> None:
    assert levels("en-zh", "7. Travel of staff", "7. 工作人员差旅费 612.4 (87.5)") == {}
    assert levels("zh-en", "工作人员差旅费 612.4 (87.5)", "Travel of staff") == {"numbers-value": Level.WARNING}


def test_terms_of_the_field_are_hints_in_a_free_translation_into_the_language_of_the_term_base() -> None:
    told = "could never tell what the painter had meant by that old wooden fence in bright green colours"
    winter = "Ce fut, de l’avis général, un hiver rude pour les pêcheurs du port, qui sortirent peu en mer"
    free = [Pair(n, f"Neighbour {n} {told}", winter) for n in range(2, 40)]
    pair = Pair(1, "The Minister spoke of nuclear safety.", "Le Ministre a parlé de la sécurité nucléaire.")
    for others, level in ((free, Level.HINT), ([], Level.ERROR)):
        draft = prepare([pair, *others], source_language="fr", target_language="en", concepts=packaged_concepts())
        found = [one.level for one in run_checks(draft, "segment", ["term-contrast"]) if one.segment == 1]
        assert found == [level]


def test_three_values_of_a_kind_that_are_others_are_told_once() -> None:
    source = "It met on 3 March 2011, 5 May 2012 and 7 July 2013."
    first = "Se reunió el 4 de abril de 2010, el 6 de junio de 2014"
    assert checks("en-es", source, f"{first} y el 8 de agosto de 2016.") == ["dates-value"]
    assert checks("en-es", source, f"{first} y el 7 de julio de 2013.") == ["dates-value", "dates-value"]


def test_the_hyphens_that_a_whole_file_has_lost_are_told_once() -> None:
    rows = [Pair(n, f"el plan para 20{n}20{n + 4}", f"the plan for 20{n}-20{n + 4}") for n in range(11, 17)]
    draft = prepare(rows, source_language="en", target_language="es")
    found = [one.level for one in run_checks(draft, "segment") if one.check == "numbers-value"]
    assert found == [Level.INFO, *[Level.HINT] * 5]


def test_a_heading_in_french_may_be_put_in_a_word_or_two() -> None:
    source = "Mesures relatives à la lutte contre les incendies de forêt"
    assert levels("fr-en", source, "Fire action")["completeness-length"] is Level.HINT
    assert levels("fr-en", f"{source}.", "Fire action")["completeness-length"] is Level.WARNING


def test_what_a_body_calls_its_sittings_is_a_hint_in_rows_of_no_document() -> None:
    pair = Pair(1, "Opening of the session", "Ouverture de la réunion")
    draft = prepare([pair], source_language="fr", target_language="en", concepts=packaged_concepts())
    found = [one.level for one in run_checks(draft, "segment") if one.check == "term-contrast"]
    assert found == [Level.HINT]


def test_two_entries_of_one_list_that_differ_in_all_are_told_once() -> None:
    source = "Accord sur les transports entre le Gouvernement du Brésil et celui de la Norvège, signé le 3 mars 2011"
    target = "Agreement on Transport between the Government of Brazil and that of Ghana, signed on 20 July 2016"
    assert checks("fr-en", source, target) == ["language-other-segment"]
    assert checks("fr-en", source, target.replace("20 July 2016", "3 March 2011")) == ["names-country"]
    assert checks("fr-en", source, target.replace("Ghana", "Norway")) == ["dates-value"]


def test_a_denial_that_french_says_and_english_puts_otherwise_is_a_hint() -> None:
    source, target = "le titulaire ne troublera pas l’ordre public", "the holder will always keep the public peace"
    draft = prepare([Pair(1, target, source)], source_language="fr", target_language="en")
    assert [one.level for one in run_checks(draft, "segment", ["meaning-negation"])] == [Level.HINT]


@pytest.mark.parametrize(
    ("language", "target"),
    [
        ("ar", "سيعقد الاجتماع لاحقا."),
        ("de", "Die Sitzung findet später statt."),
        ("es", "La reunión se celebrará más tarde."),
        ("fr", "La réunion se tiendra plus tard."),
        ("ru", "Совещание состоится позднее."),
        ("zh", "会议将稍后举行。"),
    ],
)
def test_a_month_without_a_day_that_is_gone_is_told_in_each_language(language: str, target: str) -> None:
    assert checks(f"en-{language}", "The meeting will be held in October.", target) == ["dates-value"]


def test_a_clause_left_out_of_english_is_told_where_the_translation_is_smaller_than_usual() -> None:
    source = (
        "Le Groupe de travail a tenu trois réunions à Vienne, qui étaient consacrées au commerce illicite des espèces "
        "protégées, et adopté son rapport."
    )
    assert checks("fr-en", source, "The Working Group held three meetings in Vienna and adopted its report.") == [
        "completeness-omission"
    ]


def test_an_english_abbreviation_makes_a_translation_smaller() -> None:
    source = "Les experts de l’Organisation pour l’alimentation et l’agriculture ont visité trois ports."
    assert levels("fr-en", source, "FAO experts visited three ports.") == {"completeness-omission": Level.HINT}


def test_a_clause_left_out_is_told_where_words_are_linked_by_alignment() -> None:
    source = (
        "Members represent universities, the private sector, the partners in the survey of forest resources, and "
        "donors."
    )
    target = "Los miembros representan a las universidades, al sector privado y a los donantes."
    assert checks("en-es", source, target) == ["completeness-omission"]


def test_a_name_that_is_abbreviated_makes_a_translation_smaller() -> None:
    source = "En Chipre, la Fuerza de las Naciones Unidas para el Mantenimiento de la Paz en Chipre sigue su labor."
    assert checks("es-en", source, "In Cyprus, UNFICYP continues its work.") == []


def test_a_state_that_is_another_is_not_told_again_as_left_out() -> None:
    source = "Statement by the Permanent Representative of India on behalf of the Group"
    assert checks("en-ru", source, "Заявление Китая от имени Группы") == ["names-country"]
