package jinbo.exchange.openpgp;

import java.util.Arrays;
import jinbo.testing.AttackTable;

/** Records the results of attacks in a table. */
final class EnvelopeAttackTable {

    private static final String OPENED = "opened";

    private EnvelopeAttackTable() {}

    /** @param detail a part of the expected detail for operators */
    static void refused(String sent, EnvelopeFault fault, String detail, OpenResult<?> openResult) {
        String seen = openResult instanceof OpenResult.Refused<?> refused
                ? describe(
                        refused.fault(), refused.operatorDetail().contains(detail) ? detail : refused.operatorDetail())
                : OPENED;
        AttackTable.row(sent, describe(fault, detail), seen);
    }

    private static String describe(EnvelopeFault fault, String detail) {
        return detail.isEmpty() ? fault.toString() : fault + ": " + detail;
    }

    static void opened(String sent, byte[] content, OpenResult<byte[]> openResult) {
        String seen = openResult instanceof OpenResult.Opened<byte[]> opened
                ? Arrays.equals(opened.value(), content) ? OPENED : "opened with other content"
                : openResult.toString();
        AttackTable.row(sent, OPENED, seen);
    }
}
