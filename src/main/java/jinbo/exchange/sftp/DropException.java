package jinbo.exchange.sftp;

import java.util.stream.Stream;
import jinbo.participant.insurer.InsurerCode;
import jinbo.platform.error.CodedException;

/** Something is wrong with an insurer's drop. The message says what, where and what to do; it never holds a number. */
public abstract sealed class DropException extends CodedException
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

    /** @param more facts, after the drop and whom to ask about its server */
    DropException(DropContext dropContext, DropError error, Object... more) {
        super(
                error,
                Stream.concat(Stream.of(dropContext.address(), dropContext.keeper()), Stream.of(more))
                        .toArray());
        this.insurer = dropContext.insurer();
        this.address = dropContext.address();
    }

    public InsurerCode insurer() {
        return insurer;
    }

    public DropAddress address() {
        return address;
    }
}
