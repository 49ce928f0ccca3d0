package jinbo.exchange.sftp;

/** The server's SSH is too weak or too old: nothing was sent, neither a key nor a password. */
public final class KeyExchangeRefusedException extends DropException {

    private static final long serialVersionUID = 1L;

    private KeyExchangeRefusedException(DropContext dropContext, String what) {
        super(dropContext, what);
    }

    static KeyExchangeRefusedException notStrict(DropContext dropContext, Handshake handshake) {
        return new KeyExchangeRefusedException(
                dropContext,
                "offers no strict key exchange (kex-strict-s-v00@openssh.com), without which somebody on the line can take"
                        + " packets away unnoticed (Terrapin, CVE-2023-48795); nothing was sent. Ask "
                        + dropContext.operatorName()
                        + " to update its"
                        + " SSH server" + program(handshake)
                        + ": OpenSSH has it since 9.6, other vendors since early 2024");
    }

    static KeyExchangeRefusedException nothingInCommon(DropContext dropContext, Handshake handshake) {
        KeyExchangeRefusedException refused = new KeyExchangeRefusedException(
                dropContext,
                "offers only algorithms that are not used here; nothing was sent. Ask " + dropContext.operatorName()
                        + " to switch on newer ones" + program(handshake) + " (it has " + handshake.missingAlgorithms()
                        + ")");
        handshake.disagreement().map(SftpExceptionTranslator::withoutMessage).ifPresent(refused::initCause);
        return refused;
    }

    private static String program(Handshake handshake) {
        return handshake
                .identification()
                .map(name -> " (" + SanitizedText.of(name) + ")")
                .orElse("");
    }

    @Override
    public boolean isTransient() {
        return false;
    }
}
