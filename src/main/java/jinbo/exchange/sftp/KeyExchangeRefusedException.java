package jinbo.exchange.sftp;

/** The server's SSH is too weak or too old: nothing was sent, neither a key nor a password. */
public final class KeyExchangeRefusedException extends DropException {

    private static final long serialVersionUID = 1L;

    private KeyExchangeRefusedException(DropContext dropContext, DropError error, Object... more) {
        super(dropContext, error, more);
    }

    static KeyExchangeRefusedException notStrict(DropContext dropContext, Handshake handshake) {
        return new KeyExchangeRefusedException(dropContext, DropError.NO_STRICT_KEY_EXCHANGE, program(handshake));
    }

    static KeyExchangeRefusedException nothingInCommon(DropContext dropContext, Handshake handshake) {
        KeyExchangeRefusedException refused = new KeyExchangeRefusedException(
                dropContext, DropError.NO_COMMON_ALGORITHMS, program(handshake), handshake.missingAlgorithms());
        handshake.disagreement().map(SftpExceptionTranslator::withoutMessage).ifPresent(refused::initCause);
        return refused;
    }

    private static String program(Handshake handshake) {
        return handshake
                .identification()
                .map(name -> " (" + SanitizedText.of(name) + ")")
                .orElse("");
    }
}
