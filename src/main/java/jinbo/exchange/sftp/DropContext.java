package jinbo.exchange.sftp;

import jinbo.participant.insurer.InsurerCode;
import jinbo.platform.error.ErrorMessage;

/** Whose drop a session is about, and who runs this program and reads its messages. */
public record DropContext(InsurerCode insurer, DropAddress address, Reader reader) {

    public static DropContext ofAssociation(InsurerCode insurer, DropAddress address) {
        return new DropContext(insurer, address, Reader.ASSOCIATION);
    }

    public enum Reader {
        ASSOCIATION(DropError.THE_INSURER),
        INSURER(DropError.WHO_RUNS_OUR_SERVER);

        private final DropError keeper;

        Reader(DropError keeper) {
            this.keeper = keeper;
        }
    }

    /** The party that runs the server, named as part of a message. */
    DropError keeper() {
        return reader.keeper;
    }

    /** How to pin a host key, as part of a message. */
    ErrorMessage pinInstruction(String fingerprint) {
        return switch (reader) {
            case ASSOCIATION -> ErrorMessage.of(DropError.PIN_HOST_KEY, insurer, fingerprint);
            case INSURER -> ErrorMessage.of(DropError.ADD_HOST_KEY, fingerprint);
        };
    }
}
