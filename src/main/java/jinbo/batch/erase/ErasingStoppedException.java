package jinbo.batch.erase;

import jinbo.batch.StopRequest;

/** The program was told to end while numbers were being erased; what was erased stays erased. */
final class ErasingStoppedException extends RuntimeException {

    private static final long serialVersionUID = 1L;

    ErasingStoppedException() {
        super(StopRequest.STOPPED);
    }
}
