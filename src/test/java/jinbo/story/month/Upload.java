package jinbo.story.month;

import java.time.LocalDate;
import java.util.List;
import java.util.stream.Collectors;

/**
 * An upload of complaints as an insurer sends it.
 *
 * @param insurer whose
 * @param stem its name without the extensions
 * @param state in which it is sent
 * @param rows its sound rows, each about another number
 * @param bad how many rows about landlines come after them
 */
record Upload(String insurer, String stem, State state, List<Row> rows, int bad) {

    Upload {
        rows = List.copyOf(rows);
    }

    /** In which a file is sent. */
    enum State {
        /** Sealed as it should be. */
        SOUND,
        /** With a byte that is another one. */
        DAMAGED,
        /** Signed by somebody whom nobody knows. */
        BY_A_STRANGER,
        /** Sound, but the content was sent before. */
        SENT_BEFORE
    }

    /**
     * A complaint.
     *
     * @param number about calls to which number
     * @param forAll whether it is for all insurers of the line
     * @param term as it is written
     * @param complainedOn when
     */
    record Row(long number, boolean forAll, String term, LocalDate complainedOn) {

        private String text() {
            return number + ",TELEMARKETING," + complainedOn + "," + (forAll ? "" : "SELF") + "," + term + "\r\n";
        }
    }

    /** The same, sealed anew. */
    Upload again(String newStem, State newState) {
        return new Upload(insurer, newStem, newState, rows, bad);
    }

    String name() {
        return stem + ".csv.pgp";
    }

    String csv() {
        return "mobile,complaint,complained_on,scope,term\r\n"
                + rows.stream().map(Row::text).collect(Collectors.joining())
                + "010-65551234,TELEMARKETING,2026-09-01,,\r\n".repeat(bad);
    }
}
