package jinbo.platform.ssh;

import jinbo.platform.error.CodedException;

/** A file of public SSH keys cannot be used. */
public final class SshKeyException extends CodedException {

    private static final long serialVersionUID = 1L;

    public SshKeyException(SshKeyError error, Object... facts) {
        super(error, facts);
    }
}
