"""What a close translation says in another way is no finding, and what it says wrong is one: row by row of one agenda,
which is right everywhere else."""

from __future__ import annotations

from collections.abc import Sequence

from tests.checks.test_close_translations import as_each_check_says, with_rows
from tmtool.tasks.check import check

RIGHT = (
    (
        "The jury drew attention to the four most serious and urgent cases.",
        "Le jury a appelé l’attention sur les quatre cas les plus graves et les plus urgents.",
    ),
    (
        "Fines for the fishing of eels fell from 5,300 in 2031 to 4,100 in 2032.",
        "Les amendes pour la pêche de l’anguille sont passées de 5 300 en 2031 à 4 100 en 2032.",
    ),
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
        "Neither the dam nor the canal is likely to open before 2040.",
        "Ni le barrage ni le canal ne devraient ouvrir avant 2040.",
    ),
    (
        "Should the timber not be delivered by 5 May 2031, the bridge would have to be closed.",
        "Si le bois n’était pas livré d’ici au 5 mai 2031, le pont devrait être fermé.",
    ),
    (
        "Berths booked after 5 May 2031 cannot be guaranteed.",
        "Rien ne garantit que les couchettes réservées après le 5 mai 2031 seront disponibles.",
    ),
    (
        "Workers with epilepsy seldom find posts in the open labour market.",
        "Les travailleurs épileptiques trouvent rarement un poste sur le marché du travail ordinaire.",
    ),
    (
        "The measures against cyber threats bind the divers, too.",
        "Les mesures de protection contre les cybermenaces lient aussi les plongeurs.",
    ),
    (
        "Although the gap has narrowed, neither an increase in fares nor a cut in wages is planned.",
        "Même si l’écart s’est réduit, ni un relèvement des tarifs ni une baisse des salaires ne sont prévus.",
    ),
    (
        "The Council is invited to endorse the goals for 2040.",
        "Le Conseil est invité à approuver les objectifs à l’horizon 2040.",
    ),
    (
        "Only divers that are not members of the club pay, and members whose dues are paid enter free.",
        "Seuls paient les plongeurs non membres du club, et les membres dont la cotisation est réglée entrent "
        "gratuitement.",
    ),
    (
        "Choirs in general and special status pay the fee.",
        "Les chœurs dotés du statut général ou spécial paient la redevance.",
    ),
    (
        "except where that would have caused sharp rises and falls",
        "sauf lorsque cela aurait entraîné des hausses ou des chutes brutales",
    ),
    (
        "The crew becomes ineligible for the prize.",
        "L’équipage ne peut plus prétendre au prix.",
    ),
    (
        "The term of the captain expires on 28 May 2031.",
        "Le mandat du capitaine court jusqu’au 28 mai 2031.",
    ),
    (
        "The club met the costs from its own budget.",
        "Le club a pris les frais à sa charge.",
    ),
    (
        "The ports move from repair of nets to active care of the reefs.",
        "Les ports passent de la réparation des filets à un entretien actif des récifs.",
    ),
    (
        "The wrecks remain long after the ferries now in service have been retired.",
        "Les épaves subsistent bien après la mise hors service des bacs actuels.",
    ),
    (
        "The captain must tell the mate, who will then steer the ship.",
        "Le capitaine doit prévenir le second, lequel dirige alors le navire.",
    ),
    (
        "Just over half of the nets were mended, while one in five was lost.",
        "Un peu plus de la moitié des filets ont été réparés, tandis qu’un sur cinq a été perdu.",
    ),
    (
        "The gate remains shut, unless the wardens have signed the order.",
        "La grille reste close, à moins que les gardiens n’aient signé l’ordre.",
    ),
    (
        "While several bakers preferred rye, they did not object to the wheat.",
        "Si plusieurs boulangers ont préféré le seigle, ils ne se sont pas opposés au blé.",
    ),
    (
        "The bridge, however, will stay open to cyclists all winter.",
        "Le pont restera toutefois ouvert aux cyclistes tout l’hiver.",
    ),
    (
        "Each loaf is weighed by both the mayor and the baker.",
        "Chaque pain est pesé par le maire et par le boulanger.",
    ),
    (
        "The mayor will decide whether to move the market.",
        "Le maire décidera s’il y a lieu de déplacer le marché.",
    ),
    (
        "No song is planned, although the choir may wish to rehearse.",
        "Aucun chant n’est prévu, même si le chœur souhaitera peut-être répéter.",
    ),
    (
        "The quarry, on the other hand, had only nine workers.",
        "La carrière, en revanche, ne comptait que neuf ouvriers.",
    ),
    (
        "Some bakers felt that the oven was too hot.",
        "Certains boulangers ont estimé que le four était trop chaud.",
    ),
    (
        "The village has 40 wells, yet barely half of them hold water.",
        "Le village a 40 puits, mais à peine la moitié d’entre eux contiennent de l’eau.",
    ),
    (
        "In too many houses the stairs are steep.",
        "Dans un trop grand nombre de maisons, l’escalier est raide.",
    ),
    (
        "Folk dances are more often taught in the villages than in the cities.",
        "Les danses folkloriques sont plus souvent enseignées dans les villages que dans les villes.",
    ),
    (
        "Should there be no more singers than seats, no stand will be needed.",
        "Si le nombre de chanteurs ne dépasse pas celui des sièges, aucune estrade ne sera nécessaire.",
    ),
    (
        "Others hold that knots cannot be told apart by their looks but only by their use.",
        "D’autres soutiennent que les nœuds ne peuvent être distingués par leur aspect, mais seulement par leur usage.",
    ),
    (
        "Songs on the same theme from outside the valley come last.",
        "Les chants sur le même thème émanant d’autres vallées viennent en dernier.",
    ),
    (
        "The guild proposes that the apprenticeship be reduced to nine months.",
        "La guilde propose que l’apprentissage soit ramené à neuf mois.",
    ),
    (
        "Although no roof gave way, the level of the alarm has been raised from medium to medium-high.",
        "Bien qu’aucun toit n’ait cédé, le niveau d’alerte a été relevé de moyen à moyen-élevé.",
    ),
    (
        "It is not proposed that the date of the fair be brought forward.",
        "Il n’est pas proposé d’avancer la date de la foire.",
    ),
    (
        "The gap between the banks, far from closing, has widened.",
        "L’écart entre les rives, loin de se combler, s’est creusé.",
    ),
    (
        "Where no cook objects, the new menu will be adopted without discussion.",
        "Lorsque aucun cuisinier ne s’y oppose, le nouveau menu est adopté sans discussion.",
    ),
    (
        "Rowers who align themselves with a crew already named sign below.",
        "Les rameurs qui s’associent à un équipage déjà nommé signent ci-dessous.",
    ),
    (
        "Others would rather see the old mill fall.",
        "D’autres préféreraient que le vieux moulin s’écroule.",
    ),
    (
        "The town has 37 bands, 22 of which are led by nurses.",
        "La ville compte 37 orchestres, dont 22 sont dirigés par des infirmières.",
    ),
    (
        "They were divided on the desirability of a second ferry.",
        "Ils étaient divisés sur l’opportunité d’un deuxième bac.",
    ),
    (
        "Of that sum, $7 million had been pledged as at 31 March.",
        "Sur cette somme, 7 millions de dollars avaient été annoncés au 31 mars.",
    ),
    (
        "The divers were told of its refusal to extend the mandate of the captain beyond 2031.",
        "Les plongeurs ont été informés de son refus de proroger le mandat du capitaine au-delà de 2031.",
    ),
    (
        "The fence was built to avoid collisions on the ramp.",
        "La clôture a été construite pour éviter les collisions sur la rampe.",
    ),
    (
        "Two judges dissociated themselves from this plan, which they consider too timid.",
        "Deux juges se sont dissociés de ce plan, qu’ils jugent trop timide.",
    ),
    (
        "The guild decides which songs to keep, on the understanding that none will be deleted without the "
        "consent of the poet.",
        "La guilde décide quels chants conserver, étant entendu qu’aucun ne sera supprimé sans l’accord du poète.",
    ),
    (
        "Songs read from a sheet are discouraged.",
        "Il est déconseillé de lire les chants sur une feuille.",
    ),
    (
        "Crews may be no larger than eight, but rowers are encouraged to name a deputy.",
        "Les équipages ne peuvent compter plus de huit personnes, mais les rameurs sont encouragés à "
        "désigner un suppléant.",
    ),
    (
        "The guild will have to elect a new warden.",
        "La guilde devra élire un nouveau gardien.",
    ),
    (
        "The divers are due to meet in the old harbour.",
        "Les plongeurs doivent se réunir dans le vieux port.",
    ),
    (
        "Each village shall ensure that its wells are clean.",
        "Chaque village s’assure que ses puits sont propres.",
    ),
    (
        "Poems need not be read out in full: longer ones may be sent in.",
        "Il n’est pas nécessaire de lire les poèmes en entier : les plus longs peuvent être envoyés.",
    ),
    (
        "The maps may not be copied by the rowers.",
        "Il est interdit aux rameurs de copier les cartes.",
    ),
    (
        "Cakes brought after 26 May cannot be judged.",
        "Les gâteaux apportés après le 26 mai ne pourront pas être jugés.",
    ),
    (
        "The price paid is 17 per cent above that of the market.",
        "Le prix payé est supérieur de 17 % à celui du marché.",
    ),
    (
        "Elders who know the dance are seldom paid for it.",
        "Les anciens qui connaissent la danse sont rarement payés.",
    ),
    (
        "Fines are imposed without delay where lives are at risk.",
        "Des amendes sont infligées sans délai lorsque des vies sont en danger.",
    ),
    (
        "By custom, the oldest rower opens the ball.",
        "Il est d’usage que le doyen des rameurs ouvre le bal.",
    ),
    (
        "Delays are due less to a lack of rope than to bad weather.",
        "Les retards tiennent moins au manque de corde qu’au mauvais temps.",
    ),
    (
        "The count should be held every year rather than every two years.",
        "Le dénombrement devrait avoir lieu chaque année plutôt que tous les deux ans.",
    ),
    (
        "Five crews asked to pass from special to general membership status.",
        "Cinq équipages ont demandé à passer du statut de membre spécial au statut de membre général.",
    ),
    (
        "The price of bread is likely to keep rising.",
        "Le prix du pain continuera probablement d’augmenter.",
    ),
    (
        "Of the requests for a berth, just over half were met in the same week.",
        "Un peu plus de la moitié des demandes de couchette ont été satisfaites dans la semaine.",
    ),
    (
        "The crew will be called upon to clean the deck before it takes any rest.",
        "L’équipage sera appelé à nettoyer le pont avant de prendre du repos.",
    ),
    (
        "The fee is out of proportion to the service.",
        "La redevance est disproportionnée par rapport au service.",
    ),
    (
        "The choir was late, whereas the orchestra played as planned.",
        "Le chœur était en retard, tandis que l’orchestre a joué comme prévu.",
    ),
    (
        "Teams may not change boats later than 5 p.m. on the day before the race.",
        "Les équipes ne peuvent changer de bateau après 17 heures la veille de la course.",
    ),
    (
        "Boats cannot be launched unless they have been inspected by the warden.",
        "Seuls les bateaux inspectés par le gardien peuvent être mis à l’eau.",
    ),
    (
        "Ports that are unwilling, or unable under their charter, to accept tankers may refuse them.",
        "Les ports qui ne souhaitent pas accepter de pétroliers ou auxquels leur charte ne le permet pas "
        "peuvent les refuser.",
    ),
    (
        "The delays are due mainly to the late purchase of the timber for the bridge and to the price of steel.",
        "Les retards s’expliquent principalement par l’achat tardif du bois du pont et par le prix de l’acier.",
    ),
    (
        "Few of the lamps have been repaired in either harbour.",
        "Peu de lampes ont été réparées dans l’un et l’autre port.",
    ),
    (
        "The samples are insufficient to draw any conclusion.",
        "Les échantillons ne suffisent pas pour tirer quelque conclusion que ce soit.",
    ),
    (
        "This tax need not set the villages against each other.",
        "Cette taxe n’oppose pas nécessairement les villages.",
    ),
    (
        "Up to two choirs may rehearse at the same time, and the band may not rehearse while they sing.",
        "Deux chœurs au plus peuvent répéter en même temps, et la fanfare ne peut jouer tant qu’ils chantent.",
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
    (
        "The plan of the garden is organized around two ponds rather than four.",
        "Le plan du jardin s’articule non plus autour de quatre étangs mais de deux.",
    ),
    (
        "A berth may be given to any crew that is not in arrears with its dues.",
        "Une couchette peut être attribuée à tout équipage à jour de ses cotisations.",
    ),
    (
        "The jurors shall consider only the pictures on display in the great hall.",
        "Les jurés doivent s’en tenir aux tableaux exposés dans la grande salle.",
    ),
    (
        "Two gardeners were replaced because they had not watered the hedges.",
        "Deux jardiniers ont été remplacés pour n’avoir pas arrosé les haies.",
    ),
    (
        "There may never be more than two lanterns on each boat.",
        "Il peut y avoir au plus deux lanternes par bateau.",
    ),
    (
        "The vote was taken in the absence of the bakers.",
        "Le vote a eu lieu hors la présence des boulangers.",
    ),
    (
        "Where the weather is uncertain, the pilot shall wait, even if the tide has not turned.",
        "En cas d’incertitude sur le temps, le pilote attend, même si la marée n’est pas descendue.",
    ),
    (
        "The duty applies equally to hedges planted before and after the entry into force of the rules.",
        "L’obligation vaut autant pour les haies qui ont été plantées avant l’entrée en vigueur des règles que pour "
        "celles qui l’ont été après.",
    ),
    (
        "No song may be sung unless the text has been available for two days, save where the jury itself decides "
        "otherwise.",
        "Aucune chanson ne peut être chantée tant que le texte n’est pas disponible depuis deux jours, à moins que le "
        "jury lui-même n’en décide autrement.",
    ),
    (
        "If no nomination is received by 30 November, the mayor will appoint a judge.",
        "Faute de candidature reçue avant le 30 novembre, le maire nommera un juge.",
    ),
    (
        "The term of the mayor is four years instead of five.",
        "Le mandat du maire est ramené de cinq à quatre ans.",
    ),
    (
        "The berth has remained vacant since 2027.",
        "La couchette n’est plus occupée depuis 2027.",
    ),
    (
        "The tailors recommend that the toll not be increased.",
        "Les tailleurs recommandent de maintenir le péage au niveau où il est.",
    ),
    (
        "The mayor noted that there were no further speakers.",
        "Le maire a constaté que la liste des orateurs était épuisée.",
    ),
    (
        "The ferry must not enter the port before dawn.",
        "Le bac doit attendre l’aube pour entrer dans le port.",
    ),
    (
        "The record is kept for at least ten years.",
        "Le registre est conservé pendant une durée qui ne peut être inférieure à dix ans.",
    ),
)
WRONG = (
    (
        "Those wishing to fish may do so at any time, but must inform the warden of the pond.",
        "Ceux qui souhaitent pêcher peuvent le faire à tout moment, mais peuvent en informer le garde de l’étang.",
        "meaning-modality",
    ),
    (
        "The jury will examine: (a) how judges should be chosen; (b) on what grounds a verdict may be appealed.",
        "Le jury examinera : a) comment les juges devraient être choisis ; b) pour quels motifs un verdict doit être "
        "frappé d’appel.",
        "meaning-modality",
    ),
    (
        "The jury drew attention to the four most serious and urgent cases.",
        "Le jury a appelé l’attention sur les quatre cas graves et urgents.",
        "meaning-connective",
    ),
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
        "meaning-limit meaning-modality",
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
        "meaning-limit",
    ),
    (
        "The gate remains shut, unless the wardens have signed the order.",
        "La grille reste close, étant donné que les gardiens ont signé l’ordre.",
        "meaning-connective",
    ),
    (
        "While several bakers preferred rye, they did not object to the wheat.",
        "Comme plusieurs boulangers ont préféré le seigle, ils ne se sont pas opposés au blé.",
        "meaning-connective",
    ),
    (
        "The bridge, however, will stay open to cyclists all winter.",
        "De même, le pont restera ouvert aux cyclistes tout l’hiver.",
        "meaning-connective",
    ),
    (
        "Each loaf is weighed by both the mayor and the baker.",
        "Chaque pain est pesé par le maire ou par le boulanger.",
        "meaning-connective",
    ),
    (
        "The mayor will decide whether to move the market.",
        "Le maire décidera de déplacer le marché.",
        "meaning-connective",
    ),
    (
        "No song is planned, although the choir may wish to rehearse.",
        "Aucun chant n’est prévu, de sorte que le chœur souhaitera peut-être répéter.",
        "meaning-connective",
    ),
    (
        "The quarry, on the other hand, had only nine workers.",
        "La carrière, en conséquence, ne comptait que neuf ouvriers.",
        "meaning-connective",
    ),
    (
        "Some bakers felt that the oven was too hot.",
        "La plupart des boulangers ont estimé que le four était trop chaud.",
        "meaning-limit",
    ),
    (
        "The village has 40 wells, yet barely half of them hold water.",
        "Le village a 40 puits, mais plus de la moitié d’entre eux contiennent de l’eau.",
        "meaning-limit",
    ),
    (
        "In too many houses the stairs are steep.",
        "Dans un certain nombre de maisons, l’escalier est raide.",
        "meaning-limit",
    ),
    (
        "Folk dances are more often taught in the villages than in the cities.",
        "Les danses folkloriques sont aussi souvent enseignées dans les villages que dans les villes.",
        "meaning-limit",
    ),
    (
        "Should there be no more singers than seats, no stand will be needed.",
        "Si le nombre de chanteurs n’atteint pas celui des sièges, aucune estrade ne sera nécessaire.",
        "meaning-limit",
    ),
    (
        "Others hold that knots cannot be told apart by their looks but only by their use.",
        "D’autres soutiennent que les nœuds ne peuvent être distingués seulement par leur aspect, mais aussi "
        "par leur usage.",
        "meaning-limit",
    ),
    (
        "Songs on the same theme from outside the valley come last.",
        "Les chants sur le même thème émanant de la vallée viennent en dernier.",
        "meaning-limit",
    ),
    (
        "The guild proposes that the apprenticeship be reduced to nine months.",
        "La guilde propose que l’apprentissage soit porté à neuf mois.",
        "meaning-limit",
    ),
    (
        "Although no roof gave way, the level of the alarm has been raised from medium to medium-high.",
        "Bien qu’aucun toit n’ait cédé, le niveau d’alerte a été ramené de moyen-élevé à moyen.",
        "meaning-limit",
    ),
    (
        "It is not proposed that the date of the fair be brought forward.",
        "Il n’est pas proposé de reculer la date de la foire.",
        "meaning-limit",
    ),
    (
        "The gap between the banks, far from closing, has widened.",
        "L’écart entre les rives, près de se combler, s’est creusé.",
        "meaning-limit",
    ),
    (
        "Where no cook objects, the new menu will be adopted without discussion.",
        "Lorsque aucun cuisinier ne s’y oppose, le nouveau menu est adopté à l’issue d’une discussion.",
        "meaning-limit",
    ),
    (
        "Rowers who align themselves with a crew already named sign below.",
        "Les rameurs qui se dissocient d’un équipage déjà nommé signent ci-dessous.",
        "meaning-limit",
    ),
    (
        "Others would rather see the old mill fall.",
        "D’autres craindraient que le vieux moulin s’écroule.",
        "meaning-limit",
    ),
    (
        "The town has 37 bands, 22 of which are led by nurses.",
        "La ville compte 37 orchestres, dont 22 sont destinés à des infirmières.",
        "meaning-limit",
    ),
    (
        "They were divided on the desirability of a second ferry.",
        "Ils étaient divisés sur la possibilité d’un deuxième bac.",
        "meaning-limit",
    ),
    (
        "Of that sum, $7 million had been pledged as at 31 March.",
        "Sur cette somme, 7 millions de dollars avaient été versés au 31 mars.",
        "meaning-limit",
    ),
    (
        "The divers were told of its refusal to extend the mandate of the captain beyond 2031.",
        "Les plongeurs ont été informés de son refus de réviser le mandat du capitaine au-delà de 2031.",
        "meaning-limit",
    ),
    (
        "The fence was built to avoid collisions on the ramp.",
        "La clôture a été construite pour réduire les collisions sur la rampe.",
        "meaning-limit",
    ),
    (
        "Two judges dissociated themselves from this plan, which they consider too timid.",
        "Deux juges se sont dissociés de ce plan, qu’ils jugent trop hardi.",
        "meaning-limit",
    ),
    (
        "The guild decides which songs to keep, on the understanding that none will be deleted without the "
        "consent of the poet.",
        "La guilde décide quels chants conserver, étant entendu qu’aucun ne sera créé sans l’accord du poète.",
        "meaning-limit",
    ),
    (
        "Songs read from a sheet are discouraged.",
        "Il est interdit de lire les chants sur une feuille.",
        "meaning-connective meaning-modality",
    ),
    (
        "Crews may be no larger than eight, but rowers are encouraged to name a deputy.",
        "Les équipages ne peuvent compter plus de huit personnes, mais les rameurs sont tenus de désigner un "
        "suppléant.",
        "meaning-connective meaning-modality",
    ),
    (
        "The guild will have to elect a new warden.",
        "La guilde devrait élire un nouveau gardien.",
        "meaning-modality",
    ),
    (
        "The divers are due to meet in the old harbour.",
        "Les plongeurs pourraient se réunir dans le vieux port.",
        "meaning-modality",
    ),
    (
        "Each village shall ensure that its wells are clean.",
        "Chaque village s’efforce d’assurer que ses puits sont propres.",
        "meaning-modality",
    ),
    (
        "Poems need not be read out in full: longer ones may be sent in.",
        "Il n’est pas permis de lire les poèmes en entier : les plus longs peuvent être envoyés.",
        "meaning-modality",
    ),
    (
        "The maps may not be copied by the rowers.",
        "Il est déconseillé aux rameurs de copier les cartes.",
        "meaning-modality",
    ),
    (
        "Cakes brought after 26 May cannot be judged.",
        "Les gâteaux apportés après le 26 mai pourront ne pas être jugés.",
        "meaning-modality",
    ),
    (
        "The price paid is 17 per cent above that of the market.",
        "Le prix payé n’est supérieur que de 17 % à celui du marché.",
        "meaning-connective",
    ),
    (
        "Elders who know the dance are seldom paid for it.",
        "Les anciens qui connaissent la danse sont mal payés.",
        "meaning-connective",
    ),
    (
        "Fines are imposed without delay where lives are at risk.",
        "Des amendes sont infligées sans avertissement lorsque des vies sont en danger.",
        "meaning-limit",
    ),
    (
        "By custom, the oldest rower opens the ball.",
        "Il est prévu que le doyen des rameurs ouvre le bal.",
        "meaning-connective",
    ),
    (
        "Delays are due less to a lack of rope than to bad weather.",
        "Les retards tiennent autant au manque de corde qu’au mauvais temps.",
        "meaning-limit",
    ),
    (
        "The count should be held every year rather than every two years.",
        "Le dénombrement devrait avoir lieu deux fois par an plutôt que tous les deux ans.",
        "numbers-frequency",
    ),
    (
        "The price of bread is likely to keep rising.",
        "Le prix du pain continuera nécessairement d’augmenter.",
        "meaning-limit",
    ),
    (
        "Of the requests for a berth, just over half were met in the same week.",
        "Un peu moins de la moitié des demandes de couchette ont été satisfaites dans la semaine.",
        "meaning-bound",
    ),
    (
        "The crew will be called upon to clean the deck before it takes any rest.",
        "L’équipage sera appelé à nettoyer le pont après avoir pris du repos.",
        "meaning-opposite",
    ),
    (
        "Boats cannot be launched unless they have been inspected by the warden.",
        "Les bateaux peuvent être mis à l’eau à moins d’avoir été inspectés par le gardien.",
        "meaning-negation",
    ),
    (
        "Goods move from Oslo to Rome.",
        "Les marchandises vont de Rome à Oslo.",
        "meaning-direction",
    ),
    (
        "The crews wish to repair either the lamps or the nets.",
        "Les équipages veulent réparer à la fois les lampes et les filets.",
        "meaning-limit",
    ),
    (
        "The choir sings for the mayor and for the bishop.",
        "Le chœur chante pour le maire ou pour l’évêque.",
        "meaning-connective",
    ),
    (
        "The plan of the garden is organized around two ponds rather than four.",
        "Le plan du jardin s’articule non plus autour de deux étangs mais de quatre.",
        "numbers-order",
    ),
    (
        "A berth may be given to any crew that is not in arrears with its dues.",
        "Une couchette peut être attribuée à tout équipage qui a payé ses cotisations en avance.",
        "meaning-negation",
    ),
    (
        "Even if the ferry is late, the captain will ring the bell.",
        "En cas de retard du bac, le capitaine sonnera la cloche.",
        "meaning-limit",
    ),
    (
        "The record of tolls is kept for at least ten years.",
        "Le registre des péages est conservé pendant une durée qui ne peut être supérieure à dix ans.",
        "meaning-negation",
    ),
    (
        "The rule on lamps has remained in force since 2027.",
        "La règle sur les lampes n’est plus en vigueur depuis 2027.",
        "meaning-opposite",
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
