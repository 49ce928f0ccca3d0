package jinbo.platform.ssh;

import jinbo.platform.error.CodedException;

public final class SshKeyException extends CodedException {

    private static final long serialVersionUID = 1L;

    public SshKeyException(SshKeyError error, Object... facts) {
        super(error, facts);
    }
}
