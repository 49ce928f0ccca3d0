package jinbo.operator.cli;

/** Options that are sound one by one do not go together. */
final class UsageException extends RuntimeException {

    private static final long serialVersionUID = 1L;

    private final String key;
    private final transient Object[] arguments;

    /** @param key of the sentence that says what is wrong and what is allowed */
    UsageException(String key, Object... arguments) {
        super(key);
        this.key = key;
        this.arguments = arguments.clone();
    }

    String in(Texts texts) {
        return texts.of(key, arguments);
    }
}
