package jinbo.exchange.sftp;

import jinbo.participant.insurer.InsurerCode;

/**
 * Who is at the other end, and who reads about it, for messages.
 *
 * @param insurer whose drop it is
 * @param address where it is
 * @param reader on whose side the program runs
 */
public record DropContext(InsurerCode insurer, DropAddress address, Reader reader) {

    /** A drop that the association goes to. */
    public static DropContext ofAssociation(InsurerCode insurer, DropAddress address) {
        return new DropContext(insurer, address, Reader.ASSOCIATION);
    }

    /** Who reads a message. */
    public enum Reader {
        /** The association, for which the server is somebody else's. */
        ASSOCIATION("the insurer"),
        /** The insurer itself, with a server of its own or of somebody whom it pays. */
        INSURER("whoever runs our server");

        private final String keeper;

        Reader(String keeper) {
            this.keeper = keeper;
        }
    }

    /** Whom to ask about the server. */
    String operatorName() {
        return reader.keeper;
    }

    /** How a host key comes to be accepted, as the end of a half sentence. */
    String pinInstruction(String fingerprint) {
        return switch (reader) {
            case ASSOCIATION -> "pin it with \"insurer pin " + insurer + " " + fingerprint + "\"";
            case INSURER -> "add " + fingerprint + " to the setting host-keys";
        };
    }
}
