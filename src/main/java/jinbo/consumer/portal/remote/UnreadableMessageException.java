package jinbo.consumer.portal.remote;

/** What came through the hatch is not spelt as it should be; its text quotes nothing of it, which may be a number. */
final class UnreadableMessageException extends RuntimeException {

    private static final long serialVersionUID = 1L;

    /** @param why its message is left out, because it quotes what was read */
    UnreadableMessageException(Exception why) {
        super("What came through the hatch cannot be read (" + why.getClass().getSimpleName()
                + "): run the same version of the program on both sides");
    }
}
