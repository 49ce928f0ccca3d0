package jinbo.exchange.sftp;

import jinbo.participant.insurer.InsurerCode;

/** Something is wrong with an insurer's drop. The message says what, where and what to do; it never holds a number. */
public abstract sealed class DropException extends RuntimeException
        permits DropUnreachableException,
                KeyExchangeRefusedException,
                HostKeyRefusedException,
                DropLoginRefusedException,
                DropFolderMissingException,
                DropFolderTooLargeException,
                DropRefusedException,
                DropConflictException {

    private static final long serialVersionUID = 1L;

    private final transient InsurerCode insurer;
    private final transient DropAddress address;

    DropException(DropContext dropContext, String message) {
        super("the drop " + dropContext.address() + " " + message);
        this.insurer = dropContext.insurer();
        this.address = dropContext.address();
    }

    /** Whose drop it is. */
    public InsurerCode insurer() {
        return insurer;
    }

    /** Where it is. */
    public DropAddress address() {
        return address;
    }

    /** Whether trying again later may help without anybody doing something. */
    public abstract boolean isTransient();
}
