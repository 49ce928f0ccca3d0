package jinbo.intake;

import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.CharacterCodingException;
import java.util.function.Function;
import jinbo.exchange.ComplaintColumn;
import jinbo.exchange.Finding;
import jinbo.exchange.FindingCode;
import jinbo.mobile.Mobile;
import jinbo.mobile.Region;

/**
 * Judges a complaint upload from its clear text, in one pass and in memory that does not grow with it but for a bitmap of
 * the numbers seen.
 */
public final class UploadJudge {

    private final Function<Mobile, Region> regions;
    private final IntakeLimits limits;

    /**
     * @param regions tells where a number belongs, from the table of segments in force
     * @param limits what no upload may exceed
     */
    public UploadJudge(Function<Mobile, Region> regions, IntakeLimits limits) {
        this.regions = regions;
        this.limits = limits;
    }

    /**
     * Reads an upload. The stream is read to its end only if the answer is {@link Judgement.Judged}; for any other the
     * caller, who has a signature to check there, reads on. The stream is not closed.
     *
     * @param clear the bytes that were inside the envelope
     * @param context what to judge by
     * @param sink takes the rows and findings
     * @throws IOException what the stream or the sink throws; never because of what the upload says
     */
    public Judgement judge(InputStream clear, UploadContext context, RowSink sink) throws IOException {
        StrictDecoder decoder = new StrictDecoder(clear, context.encoding());
        int line = 1;
        try {
            UploadRows rows = UploadRows.open(decoder, limits);
            try {
                return judge(rows, context, sink);
            } finally {
                line = rows.line();
            }
        } catch (CharacterCodingException undecodable) {
            if (context.encoding() == UploadEncoding.UTF_8 && !decoder.marked()) {
                return new Judgement.ReadAgain(UploadEncoding.GB18030);
            }
            return new Judgement.Refused(Finding.atLine(line, FindingCode.TEXT_INVALID));
        } catch (TextFault fault) {
            return new Judgement.Refused(fault.finding());
        }
    }

    private Judgement judge(UploadRows rows, UploadContext context, RowSink sink) throws IOException {
        if (!rows.hasNext()) {
            return new Judgement.Refused(Finding.ofFile(FindingCode.EMPTY));
        }
        Header.Reading<ComplaintColumn> reading = Header.read(rows.next(), ComplaintColumn.values());
        if (reading instanceof Header.Unsound<ComplaintColumn> unsound) {
            return new Judgement.Refused(unsound.finding());
        }
        Header<ComplaintColumn> header = ((Header.Sound<ComplaintColumn>) reading).header();
        RowLedger ledger = new RowLedger(sink);
        RowJudge judge = new RowJudge(header, context, regions, ledger);
        while (rows.hasNext()) {
            UploadRow row = rows.next();
            if (ledger.rows() == limits.maxRows()) {
                return new Judgement.Refused(Finding.atLine(row.line(), FindingCode.TOO_LARGE));
            }
            judge.judge(row);
        }
        return new Judgement.Judged(ledger.tally(), judge.longestRun());
    }
}
