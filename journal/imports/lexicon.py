"""The words that diaries use in English, German, French, Spanish and Dutch: data only, `words` reads it.

Each entry is a vocabulary code and its words, separated by commas, in lower case without accents. Words after a
`~` come near: the code is offered, and the file's own word stays in the note.
"""

PLACES = {
    "lower_back": """lower back, low back, lowback, back lower, lumbar, lumbar spine, lumbar region, small of the back,
        lumbago,
        unterer rucken, unterrucken, kreuz, lendenwirbelsaule, lendenbereich, lende, lenden, lws,
        bas du dos, bas dos, lombaires, lombaire, lombalgie, reins, lumbares, zona lumbar, espalda baja,
        parte baja de la espalda, onderrug, lage rug ~ back, spine, rucken, dos, espalda, rug, l4, l5, l5 s1, disc""",
    "sacrum": """sacrum, base of the spine, base of spine, kreuzbein, os sacrum, heiligbeen, sacro
        ~ tailbone, coccyx, coccys, steissbein, coxis, stuitje, stuit, si joint, sacroiliac, sacroiliac joint,
        iliosakralgelenk, isg, sacro iliaque, sacroiliaca, si gewricht""",
    "buttock": """buttock, buttocks, glute, glutes, gluteus, gluteal, bum, butt, backside, gesass, po, pobacke,
        hintern, fesse, fesses, fessier, fessiers, nalga, nalgas, gluteo, gluteos, bil, billen
        ~ piriformis, glute med, gluteus medius, gluteus maximus, gesassmuskel, pyramidal, piramidal""",
    "hip": """hip, hips, outer hip, side of hip, hufte, huften, hanche, hanches, cadera, caderas, heup, heupen
        ~ trochanter, hip joint, hip flexor, psoas, pelvis, becken, bassin, bekken""",
    "groin": "groin, inguinal, leiste, leisten, aine, ingle, ingles, lies, liezen ~ adductor, adductors, inner thigh",
    "thigh_front": """front of thigh, front thigh, front of the thigh, anterior thigh, quad, quads, quadriceps,
        quadricepts, quadricep, oberschenkel vorne, vorderer oberschenkel, avant de la cuisse, devant de la cuisse,
        cuadriceps, parte delantera del muslo, voorkant bovenbeen, voorkant dij""",
    "thigh_outer": """outer thigh, outside of thigh, side of thigh, lateral thigh, oberschenkel aussen,
        exterieur de la cuisse, cuisse externe, parte externa del muslo, buitenkant bovenbeen, buitenkant dij
        ~ it band, itb, iliotibial band, tractus iliotibialis""",
    "thigh_back": """back of thigh, back thigh, back of the thigh, posterior thigh, hamstring, hamstrings,
        oberschenkel hinten, hinterer oberschenkel, arriere de la cuisse, derriere de la cuisse, ischio jambiers,
        ischios, isquiotibiales, parte posterior del muslo, achterkant bovenbeen, achterkant dij
        ~ thigh, thighs, upper leg, oberschenkel, cuisse, cuisses, muslo, muslos, dij, dijen, bovenbeen""",
    "knee_back": """back of knee, back of the knee, behind knee, behind the knee, popliteal, hollow of the knee,
        kniekehle, creux poplite, derriere le genou, arriere du genou, corva, detras de la rodilla, hueco popliteo,
        knieholte ~ knee, knees, knie, genou, genoux, rodilla, rodillas, knieen""",
    "shin": """shin, shins, inner lower leg, tibia, schienbein, schienbeine, tibias, espinilla, espinillas, scheen,
        scheenbeen, devant de la jambe""",
    "calf_outer": """outer lower leg, outer calf, outside of lower leg, side of lower leg, lateral calf, fibula,
        unterschenkel aussen, wade aussen, exterieur du mollet, pantorrilla externa, buitenkant kuit,
        buitenkant onderbeen ~ peroneal, peroneus, peroneals""",
    "calf": """calf, calves, calf muscle, gastrocnemius, gastroc, soleus, wade, waden, mollet, mollets, pantorrilla,
        pantorrillas, gemelo, gemelos, kuit, kuiten ~ lower leg, unterschenkel, bas de la jambe, onderbeen, achilles,
        achillessehne, achillespees, tendon d achille""",
    "ankle": """ankle, ankles, knochel, sprunggelenk, cheville, chevilles, tobillo, tobillos, enkel, enkels
        ~ below ankle, bellow ankle, malleolus""",
    "foot_top": """top of foot, top of the foot, instep, dorsum of foot, fussrucken, spann, dessus du pied,
        cou de pied, empeine, wreef, bovenkant voet ~ foot, feet, fuss, fusse, pied, pieds, pie, pies, voet, voeten""",
    "heel": "heel, heels, ferse, fersen, talon, talons, talones, hiel, hielen, hak ~ plantar fasciitis, calcaneus",
    "sole": """sole, sole of foot, soles, under the foot, under foot, underfoot, bottom of foot, bottom of the foot,
        outer edge of foot, fusssohle, sohle, plante du pied, plante des pieds, sous le pied, planta del pie,
        voetzool, onder de voet ~ arch, arch of foot, fussgewolbe, voute plantaire, ball of foot, fussballen""",
    "big_toe": """big toe, big toes, great toe, hallux, grosse zehe, grosser zeh, gros orteil, dedo gordo,
        dedo gordo del pie, grote teen""",
    "toes": """toes, toe, other toes, little toe, small toes, zehen, zeh, zehe, orteils, orteil, dedos del pie, tenen,
        teen, kleiner zeh, petit orteil, kleine teen""",
    "saddle": """saddle, saddle area, between the legs, perineum, perineal, genitals, damm, zwischen den beinen,
        perinee, entre les jambes, perineo, entre las piernas, tussen de benen, bilnaad""",
}

QUALITIES = {
    "ache": """ache, aching, achy, dull, dull ache, dull pain, dumpf, ziehend, ziehen, sourd, sourde, douleur sourde,
        sordo, dolor sordo, zeurend, zeurende pijn, doffe pijn ~ sore, soreness, stiff, deep""",
    "burning": """burning, burn, burns, burning pain, hot, brennen, brennend, brulure, brulant, brulante, ardor,
        ardiente, quemazon, quemante, brandend, branden""",
    "shock": """electric shock, electric shocks, electric, electrical, shock, shocks, shooting, shooting pain, zap,
        zaps, stromschlag, elektrisch, einschiessend, decharge electrique, decharge, electrique, lancinant,
        descarga electrica, descarga, electrico, elektrische schok, schokken, schietend, uitschietend
        ~ radiating, ausstrahlend, irradiant, irradiado, uitstralend""",
    "sharp": """sharp, stabbing, stab, stabbing pain, sharp pain, knife, knife like, stechend, stechen, scharf,
        poignard, coup de poignard, aigu, aigue, piquant, punzante, punzada, agudo, stekend, scherp, steken""",
    "throbbing": """throbbing, throb, pulsing, pulsating, pounding, pochend, pulsierend, klopfend, pulsatile,
        battement, elancement, pulsatil, palpitante, kloppend, bonzend""",
    "cramp": """cramp, cramps, cramping, tightness, tight, spasm, spasms, krampf, krampfe, krampfartig, verspannung,
        verspannt, crampe, crampes, spasme, tension, calambre, calambres, tirantez, espasmo, kramp, krampen,
        verkrampt, gespannen ~ gripping, squeezing, pulling""",
    "tingling": """tingling, tingle, pins and needles, pins needles, prickling, kribbeln, ameisenlaufen, prickeln,
        fourmillement, fourmillements, picotement, picotements, hormigueo, cosquilleo, tinteling, tintelingen,
        tintelen, prikkeling ~ paresthesia, paraesthesia, nerve""",
    "numbness": """numbness, numb, taubheit, taub, taubheitsgefuhl, engourdissement, engourdi, engourdie,
        entumecimiento, entumecido, adormecido, adormecimiento, gevoelloos, gevoelloosheid, verdoofd, doof gevoel
        ~ heavy, asleep, dead""",
    "weakness": """weakness, weak, muscle weakness, schwache, schwach, muskelschwache, faiblesse, faible, debilidad,
        debil, zwakte, zwak, krachtverlies, spierzwakte ~ foot drop, giving way, gives way""",
}

TECHNIQUES = {
    "swedish": """swedish, swedish massage, relaxation, relaxing, relax, relaxation massage, classic, wellness,
        schwedische massage, klassisch, klassische massage, entspannung, suedois, massage suedois, relaxant,
        detente, sueco, masaje sueco, relajante, zweeds, zweedse massage, ontspanning, ontspanningsmassage""",
    "deep_tissue": """deep tissue, deep, deep tissue massage, deep massage, tiefengewebe, tiefengewebsmassage,
        tiefenmassage, tissus profonds, tejido profundo, diep weefsel, dieptemassage""",
    "structural": "structural, structural integration, rolfing, strukturell, structurel, estructural ~ osteopathy",
    "myofascial": """myofascial, myofascial release, fascia, faszien, faszienmassage, myofaszial, fascias,
        myofascia, liberation myofasciale, liberacion miofascial, miofascial, bindweefselmassage""",
    "trigger_point": """trigger point, trigger points, trigger point therapy, neuromuscular, triggerpunkt,
        triggerpunkte, triggerpunktmassage, points gachettes, points trigger, puntos gatillo, triggerpoint,
        triggerpoints ~ knots, dry needling""",
    "sports": """sports, sport, sports massage, sport massage, sportmassage, massage sportif, deportivo,
        masaje deportivo""",
    "thai": "thai, thai massage, thaimassage, thai massages, massage thai, thailandais, tailandes, masaje tailandes",
    "shiatsu": "shiatsu, acupressure, akupressur, acupression, acupresion, acupressuur ~ acupuncture, reflexology",
    "lymphatic": """lymphatic, lymph, lymphatic drainage, lymph drainage, lymphdrainage, drainage lymphatique,
        drenaje linfatico, lymfedrainage, mld""",
    "muscle_energy": "muscle energy, met, muscle energy technique, muskelenergietechnik ~ pir",
    "nerve": """nerve mobilisation, nerve mobilization, nerve glide, nerve gliding, nerve flossing, neural glide,
        nervenmobilisation, mobilisation nerveuse, movilizacion neural, zenuwmobilisatie""",
    "hot_stone": """hot stone, hot stones, hot stone massage, hotstone, heisse steine, pierres chaudes,
        piedras calientes, hotstonemassage""",
    "cupping": """cupping, cups, tool, iastm, gua sha, graston, schropfen, schropfmassage, ventouse, ventouses,
        ventosas, cuppen""",
    "self": """self, self massage, selfmassage, myself, ball, tennis ball, lacrosse ball, roller, foam roller,
        foam rolling, gun, massage gun, selbstmassage, selbst, faszienrolle, igelball, massagepistole,
        auto massage, automassage, moi meme, rouleau, balle, automasaje, rodillo, pelota, pistola, zelfmassage,
        zelf, foamroller, balletje""",
    "other": "other, andere, anderes, autre, otro, otra, anders ~ massage, masaje, massages, physio",
}

SIDES = {
    "left": """left, l, lt, lh, left only, left side, links, linke, linker, linkes, linke seite, gauche, g, cote gauche,
        izquierda, izquierdo, izq, izda, lado izquierdo, linkerkant""",
    "right": """right, r, rt, rh, right only, right side, rechts, rechte, rechter, rechtes, rechte seite, re, droite,
        droit, d, cote droit, derecha, derecho, der, dcha, lado derecho, rechterkant""",
    "centre": """centre, center, central, middle, mid, mitte, mittig, zentral, milieu, medio, centro, midden, c""",
}

NO_SYMPTOMS = """happiness, happy, mood, joy, weather, sleep, steps, weight, energy, gratitude, coffee, gluck, stimmung,
    laune, schlaf, wetter, gewicht, schritte, bonheur, humeur, sommeil, meteo, poids, pas, felicidad, humor, animo,
    sueno, peso, pasos, geluk, stemming, slaap, weer, stappen"""
"""What is kept in the same spreadsheet and is no symptom."""

FILLERS = """pain pains painful hurts hurt sore ache discomfort in the my at of area region muscle muscles side only
    mostly schmerz schmerzen im in der die das am an mein meine bereich seite douleur douleurs mal au aux a la le les du
    de des mon ma cote zone dolor dolores en el los las mi del lado zona pijn het mijn kant"""
"""Words that say nothing about what or where: left away when nothing is found with them."""

ONLY_ALONE = """back spine rucken dos espalda rug reins lende disc l4 l5 arch pie pies hot deep heavy self met tool
    knife dead nerve ball balle pelota gun cups sport other andere po hak sole sohle tension c d g l r re der mid medio
    middle milieu midden lt lh rt rh"""
"""Words that mean something only by themselves: "back" alone is the lower back, "back of the hand" is not."""
