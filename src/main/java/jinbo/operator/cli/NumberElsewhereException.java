package jinbo.operator.cli;

/** A number belongs to another region than the one whose numbers are taken; it is not repeated. */
final class NumberElsewhereException extends RuntimeException {

    private static final long serialVersionUID = 1L;

    NumberElsewhereException() {
        super("The number belongs to another province than the one whose numbers this registry takes (the setting"
                + " jinbo.region), by the segment table in use; its holder turns to the association there. It is not"
                + " repeated here");
    }
}
