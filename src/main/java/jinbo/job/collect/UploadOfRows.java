package jinbo.job.collect;

import jinbo.envelope.ClearTextReader;
import jinbo.inbound.FindingWriter;
import jinbo.inbound.InboundFile;
import jinbo.intake.Judgement;
import jinbo.intake.UploadEncoding;

/** An upload of rows on its way in, whatever its kind: how its rows are read, and what becomes of them. */
interface UploadOfRows {

    /** The file. */
    InboundFile file();

    /**
     * Begins a reading whose rows are staged. Who does not keep them rolls back, to a savepoint at least.
     *
     * @param encoding what to read the file as if it has no byte order mark
     */
    Staging stage(UploadEncoding encoding, FindingWriter findings);

    /** Whether the findings of the reading that led to this outcome are void, or were not all there yet. */
    boolean findsAnew(TakenIn outcome);

    /** Judges once more and stages nothing; what is found in the rows goes to the findings, now whole and in order. */
    ClearTextReader<Judgement> findAnew(UploadEncoding encoding, FindingWriter findings);

    /** One reading whose rows are staged. */
    interface Staging extends ClearTextReader<Judgement> {

        /** What the upload comes to; its envelope is good to the last byte. */
        TakenIn decide(Reading.Whole whole);
    }
}
