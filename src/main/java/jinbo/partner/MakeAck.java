package jinbo.partner;

import java.io.IOException;
import java.util.List;
import jinbo.exchange.format.Ack;
import jinbo.exchange.format.BlockListWriter.BlockListSummary;
import jinbo.participant.insurer.InsurerCode;
import jinbo.participant.insurer.UnitCode;

/**
 * Says which list is applied and what it holds in truth: entries and digest are counted from the list as it lies on the disk, so
 * that the association sees a list that was damaged or changed here, and sends a full one.
 */
public record MakeAck(InsurerCode code, LocalBlockList held) {

    /**
     * Makes it. The same list gives the same bytes.
     *
     * @throws PartnerException if no list is held
     * @throws BlockListDamagedException if it is no list any more
     */
    public byte[] make(List<UnitCode> units) throws IOException {
        LocalBlockList.Applied applied =
                held.appliedList().orElseThrow(() -> new PartnerException(PartnerError.NO_LIST_TO_ACKNOWLEDGE));
        BlockListSummary content = held.content();
        return new Ack(
                        code,
                        applied.list().manifest().sequence(),
                        applied.at(),
                        content.rows(),
                        content.listDigest(),
                        units.stream().distinct().toList())
                .toJson();
    }
}
