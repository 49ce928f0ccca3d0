package jinbo.batch.collect;

import java.util.List;
import jinbo.participant.insurer.InsurerCode;
import jinbo.registry.inbound.InboundFile;

/** An upload that was to be taken back is none, or has been taken back whole before. */
public final class NothingToWithdrawException extends RuntimeException {

    private static final long serialVersionUID = 1L;

    private NothingToWithdrawException(String message) {
        super(message);
    }

    static NothingToWithdrawException noName() {
        return new NothingToWithdrawException(
                "That is not the name of a complaint upload, which looks like complaints-YUNHE-20120921-001.csv.pgp");
    }

    static NothingToWithdrawException unknown(InsurerCode insurer, String stem, List<InboundFile> newest) {
        String known = newest.isEmpty()
                ? "It has sent none of which a row was accepted"
                : "Its newest: "
                        + String.join(
                                ", ", newest.stream().map(InboundFile::stem).toList())
                        + "; all of them: audit search --insurer " + insurer + " --action TAKE_IN";
        return new NothingToWithdrawException(
                "No row was accepted of an upload of " + insurer + " that is called " + stem + ". " + known);
    }

    static NothingToWithdrawException allTakenBack(InboundFile upload) {
        return new NothingToWithdrawException(
                "All that was accepted of " + upload.shownName() + " has been taken back before");
    }
}
