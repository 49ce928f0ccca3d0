package jinbo.exchange.sftp;

import jinbo.participant.insurer.InsurerCode;
import jinbo.platform.error.ErrorMessage;

/**
 * Who is at the other end, and who reads about it, for messages.
 *
 * @param reader on whose side the program runs
 */
public record DropContext(InsurerCode insurer, DropAddress address, Reader reader) {

    public static DropContext ofAssociation(InsurerCode insurer, DropAddress address) {
        return new DropContext(insurer, address, Reader.ASSOCIATION);
    }

    public enum Reader {
        /** The association, for which the server is somebody else's. */
        ASSOCIATION(DropError.THE_INSURER),
        /** The insurer itself, with a server of its own or of somebody whom it pays. */
        INSURER(DropError.WHO_RUNS_OUR_SERVER);

        private final DropError keeper;

        Reader(DropError keeper) {
            this.keeper = keeper;
        }
    }

    /** Whom to ask about the server. */
    DropError keeper() {
        return reader.keeper;
    }

    /** How a host key comes to be accepted, as the end of a half sentence. */
    ErrorMessage pinInstruction(String fingerprint) {
        return switch (reader) {
            case ASSOCIATION -> ErrorMessage.of(DropError.PIN_HOST_KEY, insurer, fingerprint);
            case INSURER -> ErrorMessage.of(DropError.ADD_HOST_KEY, fingerprint);
        };
    }
}
