package jinbo.story.month;

import java.util.List;

/**
 * Something that needs a person.
 *
 * @param code what kind
 * @param insurer whose, or nobody's
 * @param level how soon something ends, or nothing
 * @param subject which of several, or nothing
 */
record SimulatedAlert(String code, String insurer, String level, String subject) {

    private static final List<String> MORE_AND_MORE_PRESSING = List.of("SOON", "PRESSING", "URGENT");

    static SimulatedAlert of(String code, String insurer) {
        return new SimulatedAlert(code, insurer, "", "");
    }

    static SimulatedAlert of(String code, String insurer, String subject) {
        return new SimulatedAlert(code, insurer, "", subject);
    }

    /** Whether another one has only given way to this one, and is not over. */
    boolean supersedes(SimulatedAlert other) {
        return insurer.equals(other.insurer)
                && (code.equals("SUSPENDED")
                        || code.equals("AGREEMENTS_LAPSED") && other.code.equals("AGREEMENTS_END")
                        || code.equals(other.code)
                                && MORE_AND_MORE_PRESSING.indexOf(level) > MORE_AND_MORE_PRESSING.indexOf(other.level));
    }

    @Override
    public String toString() {
        return String.join(" ", code, insurer, level, subject).strip();
    }
}
