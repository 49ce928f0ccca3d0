package jinbo.story.year;

/** How an insurer takes its block lists. */
enum Behaviour {
    /** Has a list the morning after it came, says so, and calls nobody who stands there. */
    OBEYS(1),
    /** Has a list two weeks after it came, which it never says. */
    IS_SLOW(14),
    /** Obeys, but lets its agreements lapse for a while, and calls on by the last list that it got. */
    LAPSES(1),
    /** Reads no list, answers nobody, and calls whom it likes, at night too. */
    IGNORES(1000);

    private final int appliesAfterDays;

    Behaviour(int appliesAfterDays) {
        this.appliesAfterDays = appliesAfterDays;
    }

    int appliesAfterDays() {
        return appliesAfterDays;
    }

    boolean acknowledges() {
        return this == OBEYS || this == LAPSES;
    }

    boolean answers() {
        return this != IGNORES;
    }
}
