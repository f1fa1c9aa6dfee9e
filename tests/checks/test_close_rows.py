"""What a close translation says in another way is no finding, and what it says wrong is one: row by row of one agenda,
which is right everywhere else."""

from __future__ import annotations

from collections.abc import Sequence

from tests.checks.test_close_translations import as_each_check_says, with_rows
from tmtool.tasks.check import check

RIGHT = (
    (
        "The Swiss and French choirs will sing together at the end of the concert.",
        "Les chœurs de la Suisse et de la France chanteront ensemble à la fin du concert.",
    ),
    (
        "The Fund relies on predictable payments, made without delay.",
        "Le Fonds compte sur des versements faits sans retard et dont on peut prévoir le montant.",
    ),
    (
        "The bells may be rung freely before noon.",
        "Les cloches peuvent être sonnées à volonté avant midi.",
    ),
    (
        "The former mill now houses the archives of the orchestra.",
        "L’ancien moulin abrite désormais les archives de l’orchestre.",
    ),
    (
        "The note is introduced by the Chair of the Pension Board on the second day.",
        "La note est présentée le deuxième jour par le Président du Comité mixte.",
    ),
    (
        "The port lies between two ECAs, of which the master must be aware.",
        "Le port se trouve entre deux ECA, ce que le capitaine doit savoir.",
    ),
    (
        "Replies received after 30 June will not be taken into account.",
        "Il ne sera pas tenu compte des réponses reçues après le 30 juin.",
    ),
    (
        "The country has no geographical names authority yet.",
        "Le pays n’a pas encore d’autorité toponymique.",
    ),
    (
        "The Commission will be called upon to vote on three recommendations.",
        "La Commission sera appelée à se prononcer par un vote sur trois recommandations.",
    ),
    (
        "The note treats a breach that recurs as serious, even if each case, taken alone, is minor.",
        "La note considère comme grave un manquement qui se répète, même si chaque cas, pris isolément, est mineur.",
    ),
    (
        "The Secretariat found 23 re-export permits whose weight was above that of the catch.",
        "Le secrétariat a trouvé 23 permis de réexportation dont le poids dépassait celui de la prise.",
    ),
    (
        "In the ports, all vessels that carry tuna must be inspected on their arrival; the other vessels need be "
        "inspected only in one case out of two.",
        "Dans les ports, tous les navires qui transportent du thon doivent être contrôlés à leur arrivée ; les autres "
        "navires ne doivent l’être que dans un cas sur deux.",
    ),
    (
        "The absence of a decision does not exempt the Party of origin from preparing the documentation in May.",
        "L’absence de décision ne dispense pas la Partie d’origine d’établir le dossier au mois de mai.",
    ),
    (
        "Under the present rules, an office has at least one officer other than the Representative.",
        "Selon les règles actuelles, un bureau compte au moins un fonctionnaire en plus du Représentant.",
    ),
    (
        "The master must report the loss to the nearest coastal State and to the flag State; the coastal State is not "
        "obliged to make the report public.",
        "Le capitaine doit signaler la perte à l’État côtier le plus proche et à l’État du pavillon ; l’État côtier "
        "n’est pas tenu de rendre ce signalement public.",
    ),
    (
        "Who should bear the cost of recovery when the owner of the cargo cannot be found?",
        "Qui devrait supporter le coût de la récupération lorsque le propriétaire de la cargaison est introuvable ?",
    ),
    (
        "Should even one Member vote against it, the previous sum would be maintained.",
        "Si un seul membre votait contre, la somme précédente serait maintenue.",
    ),
    (
        "The Institute will elect a Chair and two Vice-Chairs, and the Secretary will preside until then.",
        "L’Institut élira un président ou une présidente et deux vice-présidents, et le Secrétaire présidera d’ici là.",
    ),
    (
        "The reports, which may not exceed five pages, should reach the Institute by 30 October 2030.",
        "Les rapports, qui ne peuvent dépasser cinq pages, devraient parvenir à l’Institut le 30 octobre 2030 au plus "
        "tard.",
    ),
    (
        "The guard shall test the alarms at least twice a week and keep the register for no less than five years.",
        "Le garde essaie les alarmes deux fois par semaine au moins et conserve le registre pendant cinq ans au "
        "minimum.",
    ),
    (
        "In 15 towns, however, the law does not apply to bakers, and the Institute advises against a change.",
        "Dans 15 villes, toutefois, la loi ne vise pas les boulangers, et l’Institut déconseille tout changement.",
    ),
    (
        "They cannot, however, take the floor remotely, nor will they be counted.",
        "Ils ne pourront toutefois pas prendre la parole à distance, et il ne sera pas tenu compte d’eux.",
    ),
    (
        "Subject to the rules of the house, the hearing will be open to all tenants and to the press.",
        "Sous réserve du règlement de la maison, l’audience est ouverte à tous les locataires et à la presse.",
    ),
    (
        "It gathered replies in 23 towns, in northern and southern regions alike.",
        "Il a recueilli des réponses dans 23 villes, qu’elles soient de régions du Nord ou du Sud.",
    ),
    (
        "A note deals with the use of interim measures in 23 countries, in civil and common law systems alike.",
        "Une note porte sur le recours aux mesures provisoires dans 23 pays, qu’ils soient de tradition civiliste ou "
        "de common law.",
    ),
    (
        "The fee, net of the costs of the bank and with the deposit, is due in May; the keys are not included.",
        "Le droit, hors frais de banque et caution comprise, est exigible en mai ; les clefs ne sont pas comprises.",
    ),
    (
        "Only with the consent of the owner of the mill may the sluice be opened at night by the keeper.",
        "La vanne ne peut pas être ouverte de nuit par le gardien sans l’accord du propriétaire du moulin.",
    ),
    (
        "Of the 48 recommendations made by the Board in 2025, 31 had been implemented by 30 June 2027.",
        "Au 30 juin 2027, 31 des 48 recommandations formulées par le Comité en 2025 avaient été appliquées.",
    ),
    (
        "More than 300 schools in 14 countries joined the 2027 campaign.",
        "En 2027, plus de 300 écoles de 14 pays se sont associées à la campagne.",
    ),
    (
        "Members which have not submitted their reports are invited to do so before theirs are examined by the Board.",
        "Les membres qui n’ont pas présenté leurs rapports sont invités à le faire avant que les leurs soient "
        "examinés par le Conseil.",
    ),
    (
        "Delegations that fail to reply when a question is put to them forfeit their turn.",
        "Les délégations qui ne répondent pas lorsqu’une question leur est posée perdent leur tour.",
    ),
    (
        "The fund vaccinated 3.1 million children, of whom 1.4 million had never seen a nurse.",
        "Le Fonds a vacciné 3,1 millions d’enfants, dont 1,4 million n’avaient jamais vu d’infirmière.",
    ),
    (
        "The procedures of the Fund were by and large satisfactory.",
        "Les procédures du Fonds étaient dans l’ensemble satisfaisantes.",
    ),
    (
        "The two approaches are in many respects complementary.",
        "Les deux démarches sont à bien des égards complémentaires.",
    ),
    (
        "Sign language interpretation will be in the national sign language of the host country.",
        "L’interprétation sera assurée dans la langue des signes nationale du pays hôte.",
    ),
    (
        "A map is of use only if it is kept up to date.",
        "Une carte n’est utile que si elle est tenue à jour.",
    ),
    (
        "Access is permitted only in the ports that are listed.",
        "L’accès n’est permis que dans les ports énumérés.",
    ),
    (
        "Consultations were held over the weekend and during the lunch break.",
        "Des consultations ont eu lieu pendant le week-end et à l’heure du déjeuner.",
    ),
    (
        "The panel will be held over three days.",
        "La table ronde se tiendra sur trois jours.",
    ),
    (
        "The tribunal held that the contract had been cancelled in due form.",
        "Le tribunal a jugé que le contrat avait été annulé dans les règles.",
    ),
    (
        "The term of office of the Chair was extended by the Board by six months.",
        "Le mandat de la présidence a été prorogé de six mois par le Conseil.",
    ),
    (
        "The report was adopted by the Commission by a show of hands.",
        "Le rapport a été adopté à main levée par la Commission.",
    ),
    (
        "The Board will provide a list of the projects carried out by States with few resources.",
        "Le Conseil fournira une liste des projets exécutés par des États ayant à leur disposition peu de ressources.",
    ),
    (
        "The plenary will be serviced by two teams of interpreters.",
        "La plénière bénéficiera du concours de deux équipes d’interprètes.",
    ),
    (
        "States in arrears are not precluded from standing for election.",
        "Les États en retard de paiement peuvent tout de même présenter leur candidature.",
    ),
    (
        "Nothing in the rules prevents the Chair from voting.",
        "Le règlement autorise la présidence à voter.",
    ),
    (
        "Seventeen of the members lie outside the region.",
        "Dix-sept des membres n’appartiennent pas à la région.",
    ),
    (
        "Fellowships are offered to officials who are under 35 and whose studies are complete.",
        "Des bourses sont offertes à des fonctionnaires de moins de 35 ans dont les études sont achevées.",
    ),
    (
        "The offices will be closed on Good Friday and Easter Monday.",
        "Les bureaux seront fermés le vendredi saint et le lundi de Pâques.",
    ),
    (
        "The countries of the Great Lakes region have signed the pact.",
        "Les pays des Grands Lacs ont signé le pacte.",
    ),
    (
        "The courts of the host country had declined jurisdiction.",
        "Les tribunaux du pays hôte s’étaient déclarés incompétents.",
    ),
    (
        "Seats will be allocated on a first-come, first-served basis.",
        "Les places seront attribuées dans l’ordre d’arrivée.",
    ),
    (
        "The meeting planned for this afternoon has been put off until Thursday at 10 a.m.",
        "La séance prévue cet après-midi est remise au jeudi à 10 heures.",
    ),
    (
        "The team comprises six experts, excluding the two interpreters.",
        "L’équipe comprend six experts, sans compter les deux interprètes.",
    ),
    (
        "No delegation may add its name to the list of speakers for the general debate after noon.",
        "Aucune délégation ne pourra se faire inscrire sur la liste des orateurs pour le débat général après midi.",
    ),
    (
        "Under rule 12, a quorum of one third is required to open the debate.",
        "Aux termes de l’article 12, le débat ne peut être ouvert que si un tiers des membres sont présents.",
    ),
    (
        "Observers are required to have a badge to enter the room.",
        "Les observateurs ne peuvent entrer dans la salle qu’avec un badge.",
    ),
    (
        "Four round tables will be held in the old mill. Each round table will be chaired by a minister.",
        "Quatre tables rondes se tiendront dans le vieux moulin. Chacune sera présidée par un ou une ministre.",
    ),
    (
        "The note is submitted by the Secretary of the Pension Board.",
        "La note est présentée par la Secrétaire du Comité mixte.",
    ),
    (
        "The Forum is convened in accordance with resolution 75/290 A. It lasts two days.",
        "Le Forum est convoqué conformément à la résolution 75/290 A. Il dure deux jours.",
    ),
    (
        "Experts from the Sahel region will describe the locust outbreak.",
        "Des experts du Sahel décriront l’invasion acridienne.",
    ),
    (
        "The time limit for statements is three minutes, and five for groups.",
        "Les déclarations ne doivent pas dépasser trois minutes, ou cinq pour les groupes.",
    ),
    (
        "The interactive dialogue will open the day. The interactive dialogue will be followed by a vote.",
        "Le dialogue interactif ouvrira la journée. Il sera suivi d’un vote.",
    ),
    (
        "The 2026 harvest, at 2,300 tonnes, was a third smaller than that of 2025.",
        "En 2026, la récolte, qui s’est élevée à 2 300 tonnes, a été inférieure d’un tiers à celle de 2025.",
    ),
    (
        "The rules do not stop the Board from meeting online.",
        "Les règles permettent au Conseil de se réunir en ligne.",
    ),
    (
        "No provision prohibits the use of such a device.",
        "L’emploi d’un tel dispositif est autorisé.",
    ),
    (
        "Each round table will last two hours. At the end of each round table, the moderator will sum up.",
        "Chaque table ronde durera deux heures. À la fin de chacune d’elles, le modérateur en fera la synthèse.",
    ),
    (
        "The bookshop is closed from Maundy Thursday to Easter Monday.",
        "La librairie est fermée du jeudi saint au lundi de Pâques inclus.",
    ),
    (
        "A copy is necessary only for those who ask for it.",
        "Une copie n’est nécessaire que pour les personnes qui en font la demande.",
    ),
    (
        "The note was distributed by the secretariat by mistake.",
        "La note a été distribuée par erreur par le secrétariat.",
    ),
    (
        "The three offices are at present vacant.",
        "Les trois postes sont à l’heure actuelle vacants.",
    ),
    (
        "The order exempts the two museums from the levy, and they do not become liable to fines.",
        "L’ordonnance n’assujettit pas les deux musées au prélèvement, et ils ne deviennent pas passibles d’amendes.",
    ),
    (
        "The report names the nine ports that have financial debts.",
        "Le rapport nomme les neuf ports qui ont des dettes.",
    ),
    (
        "The survey covers leased, borrowed and home-built boats on the lake.",
        "L’enquête porte sur les bateaux loués, empruntés ou de construction artisanale du lac.",
    ),
    (
        "A manager of the South China Morning Post will speak about the market.",
        "Une responsable du South China Morning Post parlera du marché.",
    ),
    (
        "Tickets are not required, but dogs in the gallery must be announced to the warden in writing.",
        "Il n’est pas nécessaire de présenter de billet, mais la présence de chiens dans la galerie doit être annoncée "
        "par écrit au gardien.",
    ),
    (
        "The soloists sing in the order in which they have signed up.",
        "Les solistes chantent dans l’ordre de leur inscription.",
    ),
    (
        "The survey shows that 7 of the 9 mills are on track.",
        "L’enquête montre que 7 des 9 moulins évoluent conformément aux prévisions.",
    ),
    (
        "Scores with omitted parts will not be printed until a letter under rule 31 of the statutes of the Musical and "
        "Choral Union has been read.",
        "L’Institut n’imprimera les partitions dont des voix sont omises qu’une fois lue, dans la salle, la lettre "
        "prévue à l’article 31 des statuts de l’Union musicale et chorale.",
    ),
    (
        "The Institute removed two choirs, because they failed, after four reminders, to send their scores.",
        "L’Institut a radié deux chœurs, qui, malgré quatre rappels, n’ont pas envoyé leurs partitions.",
    ),
)
WRONG = (
    (
        "The choirs of Chad, Mali and Niger will sing in the old mill on Sunday.",
        "Les chœurs du Mali, du Niger, du Sénégal et du Tchad chanteront dimanche dans le vieux moulin.",
        "names-country",
    ),
    (
        "The Fund needs predictable contributions, which allow it to plan for several years.",
        "Le Fonds a besoin de contributions qui lui permettent de planifier sur plusieurs années.",
        "completeness-word",
    ),
    (
        "Payments may be made in any freely convertible currency before the mill opens.",
        "Les paiements peuvent être effectués en toute monnaie convertible avant l’ouverture du moulin.",
        "completeness-word",
    ),
    (
        "The Institute will be advised by a former judge of the Tribunal of the Sea.",
        "L’Institut sera conseillé par une juge du Tribunal de la mer.",
        "completeness-word",
    ),
    (
        "Nationals of other States may obtain a visa on arrival, provided that they hold an invitation letter.",
        "Les ressortissants d’autres États peuvent obtenir un visa, à condition d’avoir une lettre d’invitation.",
        "completeness-word",
    ),
    (
        "Interpretation will be provided at the concerts in the old mill.",
        "L’interprétation en langue des signes sera assurée aux concerts donnés dans le vieux moulin.",
        "completeness-word",
    ),
    (
        "Each choir may be accompanied by no more than three teachers.",
        "Chaque chœur pourra être accompagné de trois professeurs nationaux au maximum.",
        "completeness-word",
    ),
    (
        "The budget of the Institute is unchanged; any new course would therefore have to replace an existing one.",
        "Le budget de l’Institut est inchangé ; tout nouveau cours devait donc remplacer un cours existant.",
        "meaning-modality",
    ),
    (
        "The Chair will speak of the visits, which must be short wherever possible, and of the old mill.",
        "La Présidente parlera des visites, qui devaient être courtes chaque fois que possible, et du vieux moulin.",
        "meaning-modality",
    ),
    (
        "The drafts may not be quoted or passed on without the consent of the Institute.",
        "Les projets ne doivent pas nécessairement être cités ni communiqués sans l’accord de l’Institut.",
        "meaning-modality",
    ),
    (
        "The Scientific Council considers that the bells should not be used in the old mill.",
        "Le Conseil scientifique estime que les cloches ne seront pas utilisées dans le vieux moulin.",
        "meaning-modality",
    ),
    (
        "The guard shall test the alarms at least twice a week and keep the register for no less than five years.",
        "Le garde essaie les alarmes deux fois par semaine et conserve le registre pendant cinq ans au minimum.",
        "meaning-bound",
    ),
    (
        "The old lamps have failed up to 34 times more often than the new ones.",
        "Les anciennes lampes sont tombées en panne 34 fois plus souvent que les nouvelles.",
        "meaning-bound",
    ),
    (
        "In 15 towns, however, the law does not apply to bakers.",
        "Dans 15 villes, toutefois, la loi ne vise que les boulangers.",
        "meaning-negation",
    ),
    (
        "They cannot, however, take the floor remotely, nor will they be counted.",
        "Ils pourront toutefois prendre la parole à distance, et il ne sera pas tenu compte d’eux.",
        "meaning-negation",
    ),
    (
        "The review, submitted at the session in May, will not be reopened by the Institute.",
        "L’examen, présenté à la session de mai, sera rouvert par l’Institut.",
        "meaning-negation",
    ),
    (
        "Old tools are not considered waste, unless their box does not protect them from the rain.",
        "Les vieux outils ne sont pas considérés comme des déchets, sauf si leur boîte les protège contre la pluie.",
        "meaning-negation",
    ),
    (
        "The old mill was closed by Mr Moussa Diallo, who has kept it in repair since May.",
        "Le vieux moulin a été fermé par M. Mussa Diallo, qui l’entretient depuis le mois de mai.",
        "names-person",
    ),
    (
        "The draft minutes, which will be prepared by the Rapporteur with the Secretariat, are short.",
        "Le projet de procès-verbal, qui sera établi par le Secrétaire avec le concours du Secrétariat, est bref.",
        "names-body",
    ),
    (
        "The secretary-general of the Institute is Mr Aalto, and its executive secretary is Ms Sarr.",
        "Le secrétaire exécutif de l’Institut est M. Aalto, et sa secrétaire exécutive Mme Sarr.",
        "names-body",
    ),
    (
        "The Director General of the Institute will open the exhibition in the old mill.",
        "Le Directeur exécutif de l’Institut ouvrira l’exposition dans le vieux moulin.",
        "names-body",
    ),
    (
        "The reports, not exceeding five pages, should reach the Institute by 30 October 2030.",
        "Les rapports, de cinq pages au maximum, devraient parvenir à l’Institut le 30 octobre 2030 au plus tôt.",
        "meaning-bound",
    ),
    (
        "The Institute wishes to thank the other States that have replied to it of their own accord.",
        "L’Institut tient à remercier les autres états qui lui ont répondu de leur propre initiative.",
        "term-form",
    ),
    (
        "The old mill was opened by Mr Luc Hengen, who has kept it in repair since May.",
        "Le vieux moulin a été ouvert par M. Lc Hengen, qui l’entretient depuis le mois de mai.",
        "names-person",
    ),
    (
        "The Working Group met in the old mill, as the Institute had proposed to the students.",
        "Le Gruope de travail s’est réuni dans le vieux moulin, comme l’Institut l’avait proposé aux étudiants.",
        "spelling-word",
    ),
    (
        "The members of the Board serve for three years and are eligible for re-election.",
        "Les membres du Conseil siègent pendant trois ans et ne peuvent être réélus.",
        "meaning-negation",
    ),
    (
        "Each member signs the register on arrival and takes part in the vote.",
        "Chaque membre signe le registre à son arrivée et ne prend pas part au vote.",
        "meaning-negation",
    ),
    (
        "Countries that are not in the region but administer territories situated in it may attend.",
        "Les pays qui administrent des territoires qui y sont situés peuvent participer.",
        "meaning-negation",
    ),
    (
        "The absence of a final decision on a site does not exempt the Party of origin from this duty.",
        "L’absence de décision définitive concernant un site dispense la Partie d’origine de cette obligation.",
        "meaning-negation",
    ),
    (
        "The team found that few of the courses were followed up after six months.",
        "L’équipe a constaté que peu de cours ne faisaient l’objet d’aucun suivi après six mois.",
        "meaning-opposite",
    ),
    (
        "No request may be considered until the State has submitted its legislation.",
        "Aucune demande ne peut être examinée dès lors que l’État a soumis sa législation.",
        "meaning-opposite",
    ),
    (
        "The note says which text is authentic where the two versions differ.",
        "La note dit quel texte fait foi lorsque les deux versions concordent.",
        "meaning-opposite",
    ),
    (
        "The proposal was examined in September by the Finance Committee of the Institute.",
        "La proposition a été examinée en septembre par le Comité du budget de l’Institut.",
        "meaning-opposite",
    ),
    (
        "Of the recommendations, seventeen have been implemented and one has been overtaken by events.",
        "Sur les recommandations, dix-sept ont été appliquées et une a été reportée.",
        "meaning-opposite",
    ),
    (
        "The Board of the Institute meets in closed session unless it decides otherwise; members may not be "
        "represented by others.",
        "Le Conseil de l’Institut se réunit à huis clos ; ses membres ne peuvent se faire représenter.",
        "completeness-rendering meaning-connective",
    ),
    (
        "Letters signed by a Head of State or Government or by a minister reach the Bureau in May.",
        "Les lettres signées par un chef d’État ou par un ministre parviennent au Bureau en mai.",
        "completeness-rendering",
    ),
    (
        "The discrepancy between the two clocks of the laboratory remains unexplained.",
        "L’écart entre les deux horloges du laboratoire demeure inexploité.",
        "meaning-confusion",
    ),
    (
        "Hunger has fallen in Eastern Africa, but has risen by 7 million in Western Africa.",
        "La faim a reculé en Afrique de l’Ouest, mais a progressé de 7 millions en Afrique de l’Est.",
        "names-direction",
    ),
    (
        "The public in the affected Party had not been offered an opportunity like that of the public in the Party of "
        "origin.",
        "Le public de la Partie d’origine ne s’était pas vu offrir une possibilité semblable à celle du public de la "
        "Partie touchée.",
        "meaning-order",
    ),
    (
        "The harbour was closed for a total of 14 days, which the keeper has entered in the two registers.",
        "Le port a été fermé pendant 14 jours au total, non compris ceux que le gardien a inscrits dans les registres.",
        "meaning-connective",
    ),
    (
        "The toll of the bridge amounts to 12 francs a day, plus the charges for the use of the lift in summer.",
        "Le péage du pont se monte à 12 francs par jour, hors frais d’utilisation de l’ascenseur en été.",
        "meaning-limit",
    ),
    (
        "The sluice, which belongs to the owners of the mill, may be opened at night only by the keeper.",
        "La vanne, qui appartient aux propriétaires du moulin, ne peut pas être ouverte de nuit par le gardien.",
        "meaning-negation",
    ),
    (
        "These methods, which the Institute has tried in six towns, could be reproduced elsewhere in the region.",
        "Ces méthodes, que l’Institut a mises à l’essai dans six villes, ne pourraient être reproduites ailleurs dans "
        "la région.",
        "meaning-negation",
    ),
    (
        "The vessels are subject to the fishing ban and the freeze of licences.",
        "Les navires sont visés par l’interdiction de pêcher ou le gel des licences.",
        "meaning-connective",
    ),
    (
        "The brochures will be printed in English and in French.",
        "Les brochures seront imprimées en anglais ou en français.",
        "meaning-connective",
    ),
    (
        "Two choirs have regained their seats.",
        "Deux chœurs ont perdu leurs sièges.",
        "meaning-opposite",
    ),
    (
        "Small mills have less access to credit.",
        "Les petits moulins ont plus facilement accès au crédit.",
        "meaning-opposite",
    ),
    (
        "The new list supersedes the one printed in June.",
        "La nouvelle liste complète celle qui a été imprimée en juin.",
        "meaning-opposite",
    ),
    (
        "Ticket sales nevertheless fell in the spring.",
        "Les ventes de billets ont donc diminué au printemps.",
        "meaning-opposite",
    ),
    (
        "The choir sings for the mayor and for the bishop.",
        "Le chœur chante pour le maire ou pour l’évêque.",
        "meaning-connective",
    ),
)


def found(rows: Sequence[tuple[str, ...]]) -> dict[str, set[str]]:
    """Returns the checks that find something in the rows of an agenda, hints apart as each check gives them, by the
    translation of the row."""
    documents = with_rows(*rows)
    checks: dict[str, set[str]] = {}
    with as_each_check_says():
        findings = check(*documents, home=None, segmentation="lines").findings
    for one in findings:
        if one.source in {row[0] for row in rows}:
            checks.setdefault(one.target, set()).add(one.check)
    return checks


def test_what_a_close_translation_says_in_another_way_is_no_finding() -> None:
    assert found(RIGHT) == {}


def test_what_a_close_translation_says_wrong_is_told_row_by_row() -> None:
    assert found(WRONG) == {target: set(checks.split()) for _, target, checks in WRONG}
