package jinbo.batch.settle;

import jinbo.participant.insurer.InsurerCode;

/** What an insurer was to be told has been settled otherwise while its file was begun; no file is made. */
final class NothingToNotifyException extends RuntimeException {

    private static final long serialVersionUID = 1L;

    NothingToNotifyException(InsurerCode insurer) {
        super("What " + insurer + " was to be told of cases has changed meanwhile; the next run looks anew");
    }
}
