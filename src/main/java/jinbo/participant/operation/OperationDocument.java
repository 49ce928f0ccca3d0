package jinbo.participant.operation;

import java.nio.file.Path;
import java.security.SecureRandom;
import java.time.Instant;
import java.util.HexFormat;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/**
 * An operation as it is handed to another process of this machine.
 *
 * @param json what that process reads, and the person signs
 */
public record OperationDocument(String json) {

    private static final int NONCE_BYTES = 16;
    private static final Set<Class<?>> BOUND_TO_PROCESS =
            Set.of(OperationFile.class, OperationNumber.class, Path.class);
    private static final SecureRandom RANDOM = new SecureRandom();

    /** One that a person asks for, or nobody who is known. */
    public static OperationDocument of(Operation operation, Optional<String> by, Instant at) {
        return new OperationDocument(
                OperationJson.write(operation, List.of(), by.map(person -> new Signer(person, at, nonce()))));
    }

    /**
     * Whether all of an operation can be handed over: files are read and written, and numbers kept apart, by the process that
     * carries it out.
     */
    public static boolean canHold(Operation operation) {
        return OperationType.of(operation.getClass()).parts().stream()
                .filter(part -> BOUND_TO_PROCESS.contains(part.valueType()))
                .allMatch(part -> OperationArguments.values(part.of(operation)).isEmpty());
    }

    static String nonce() {
        byte[] nonce = new byte[NONCE_BYTES];
        RANDOM.nextBytes(nonce);
        return HexFormat.of().formatHex(nonce);
    }
}
