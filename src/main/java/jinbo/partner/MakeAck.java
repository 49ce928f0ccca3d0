package jinbo.partner;

import java.io.IOException;
import java.util.List;
import jinbo.exchange.format.Ack;
import jinbo.exchange.format.BlockListWriter.BlockListSummary;
import jinbo.participant.insurer.InsurerCode;
import jinbo.participant.insurer.UnitCode;

/** Creates an acknowledgement from the rows of the held list, so that the association notices damage. */
public record MakeAck(InsurerCode code, LocalBlockList held) {

    /** Creates the JSON; the same list gives the same bytes. */
    public byte[] make(List<UnitCode> units) throws IOException {
        LocalBlockList.Applied applied =
                held.appliedList().orElseThrow(() -> new PartnerException(PartnerError.NO_LIST_TO_ACKNOWLEDGE));
        BlockListSummary content = held.content();
        return new Ack(
                        code,
                        applied.sequence(),
                        applied.at(),
                        content.rows(),
                        content.listDigest(),
                        units.stream().distinct().toList())
                .toJson();
    }
}
