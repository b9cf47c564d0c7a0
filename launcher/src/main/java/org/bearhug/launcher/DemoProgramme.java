package org.bearhug.launcher;

import java.time.DayOfWeek;
import java.time.LocalTime;
import java.util.List;
import java.util.Map;

/** What is taught in the demo. */
final class DemoProgramme {

    static final DemoCourse MASSAGE = new DemoCourse(
            DemoPeople.INES,
            Map.of(
                    "title", "Baby massage for beginners",
                    "topic", "baby-massage",
                    "summary", "Six calm mornings in which your hands learn what your baby likes.",
                    "description",
                            """
                            Touch is the first language your baby understands. Over six weeks we learn gentle strokes for legs, \
                            tummy, chest, arms, back and face, a little more each time, and always at your baby's pace.

                            You will learn to read when your baby says "yes, go on" and when it says "not now", which strokes can \
                            ease wind and a tight tummy, and how ten quiet minutes can become part of your evening.

                            Nobody has to look tidy or be on time with everything. Feed, change and cuddle whenever your baby \
                            asks; camera off is fine, and so is listening from the next room.""",
                    "whatToBring",
                            """
                            A warm room, a folded towel or changing mat, a spare nappy, and a little plain, unscented oil \
                            such as cold-pressed sunflower oil. Try a drop on your baby's arm the day before.""",
                    "whenNotToJoin",
                            """
                            Please sit this one out if your baby has a fever, is unwell or has had a vaccination in the last \
                            48 hours. Ask your midwife, health visitor or doctor first if your baby was born early, has a heart \
                            or hip condition, or has broken or very sore skin."""),
            new DemoCourse.Run(
                    "Tuesday mornings",
                    DayOfWeek.TUESDAY,
                    LocalTime.of(10, 0),
                    6,
                    45,
                    12,
                    6,
                    30,
                    "GBP",
                    6500,
                    1300,
                    "https://meet.bearhug.example/tuesday-massage"));

    static final DemoCourse YOGA = new DemoCourse(
            DemoPeople.NOOR,
            Map.of(
                    "title", "Baby yoga: move, giggle, rest",
                    "topic", "baby-yoga",
                    "summary",
                            "Playful stretches and songs for babies who are on the move, and a good stretch for you.",
                    "description",
                            """
                            Babies are born yogis; we only follow them. Each week has a song, a handful of playful movements for \
                            your baby, ten minutes that are kind to your own back and shoulders, and a long rest together.

                            The movements grow with your child: on your lap in the beginning, later rolling, crawling and \
                            standing. They support digestion, balance and sleep, and most of all they are fun.

                            Older brothers and sisters are welcome in the picture.""",
                    "whatToBring",
                            "A mat or blanket, comfortable clothes for both of you, something to drink, and a favourite toy.",
                    "whenNotToJoin",
                            """
                            Not with a fever or in the two days after a vaccination. Ask your doctor first if your child has a \
                            hip dysplasia that is being treated, and for yourself in the first eight weeks after the birth."""),
            new DemoCourse.Run(
                    "Thursdays before the nap",
                    DayOfWeek.THURSDAY,
                    LocalTime.of(9, 30),
                    5,
                    40,
                    10,
                    12,
                    78,
                    "EUR",
                    6000,
                    1400,
                    "https://meet.bearhug.example/thursday-yoga"));

    static final DemoCourse TASTER = new DemoCourse(
            DemoPeople.INES,
            Map.of(
                    "title", "Free taster: meet us on the sofa",
                    "topic", "taster",
                    "summary", "Half an hour to see how an online class with a baby feels. It costs nothing.",
                    "description",
                            """
                            Curious, but not sure whether a class on a screen is for you and your baby? Come and see. We say \
                            hello, try three simple massage strokes, sing one song and leave time for your questions.

                            If your baby sleeps through all of it, that is a lovely result too.""",
                    "whatToBring", "Your baby, a blanket and a warm drink for yourself.",
                    "whenNotToJoin", "If one of you is unwell, rest instead; there will be another taster."),
            new DemoCourse.Run(
                    "Saturday taster",
                    DayOfWeek.SATURDAY,
                    LocalTime.of(10, 30),
                    1,
                    30,
                    20,
                    4,
                    52,
                    "GBP",
                    0,
                    null,
                    "https://meet.bearhug.example/saturday-taster"));

    static final List<DemoCourse> ALL = List.of(MASSAGE, YOGA, TASTER);

    private DemoProgramme() {}
}
