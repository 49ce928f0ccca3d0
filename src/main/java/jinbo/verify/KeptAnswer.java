package jinbo.verify;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * A manifest or receipt that somebody has kept: an answer of the association with the entry that records it and a
 * checkpoint that covers the entry.
 *
 * @param index of the entry
 * @param checkpoint verified
 * @param consistency the proof from the previous manifest's checkpoint, if the answer has one
 * @param fields all that it says
 */
record KeptAnswer(
        long index, Checkpoint checkpoint, Optional<ConsistencyProof> consistency, Map<String, JsonValue> fields) {

    static final int MOST_BYTES = 1 << 20;

    private static final String CHECKPOINT = "access_log_checkpoint";
    private static final String INDEX = "access_log_index";
    private static final String CONSISTENCY = "access_log_consistency";

    /** @throws MalformedException if it is not JSON with these fields, or its checkpoint is not signed by the key */
    static KeptAnswer read(byte[] bytes, VerifierKey key) throws MalformedException {
        Map<String, JsonValue> fields = JsonReader.readObject(NoteText.utf8(bytes), Fault.JSON_MALFORMED)
                .values();
        if (!(fields.get(CHECKPOINT) instanceof JsonValue.Text note)) {
            throw new MalformedException(Fault.ANSWER_FIELD, CHECKPOINT);
        }
        return new KeptAnswer(
                number(fields, INDEX).orElseThrow(() -> new MalformedException(Fault.ANSWER_FIELD, INDEX)),
                Checkpoint.open(note.value(), key),
                fields.containsKey(CONSISTENCY) ? Optional.of(proof(fields.get(CONSISTENCY))) : Optional.empty(),
                fields);
    }

    Optional<String> insurer() {
        return fields.get("insurer") instanceof JsonValue.Text text ? Optional.of(text.value()) : Optional.empty();
    }

    /** Whether this is the manifest of the same insurer's next list. */
    boolean follows(KeptAnswer other) {
        return insurer().isPresent()
                && insurer().equals(other.insurer())
                && spelling("previous_sequence").isPresent()
                && spelling("previous_sequence").equals(other.spelling("sequence"));
    }

    /** Whether an entry may be the one that records this: neither says anything that the other contradicts. */
    boolean mayBeRecordedBy(LogEntry entry) {
        boolean sameInsurer = insurer().isEmpty()
                || entry.text(EntryField.INSURER)
                        .filter(insurer().get()::equals)
                        .isPresent();
        return sameInsurer && entry.list().entrySet().stream().allMatch(told -> agrees(told.getKey(), told.getValue()));
    }

    private boolean agrees(String name, String told) {
        JsonValue said = fields.get(name);
        if (said instanceof JsonValue.Text text) {
            return text.value().equals(told);
        }
        return !(said instanceof JsonValue.Numeral numeral)
                || numeral.spelling().equals(told.replaceFirst("^0+(?=[0-9])", ""));
    }

    private Optional<String> spelling(String name) {
        return fields.get(name) instanceof JsonValue.Numeral numeral
                ? Optional.of(numeral.spelling())
                : Optional.empty();
    }

    private static Optional<Long> number(Map<String, JsonValue> fields, String name) throws MalformedException {
        return fields.get(name) instanceof JsonValue.Numeral numeral
                ? Optional.of(Checkpoint.number(numeral.spelling(), Fault.JSON_MALFORMED))
                : Optional.empty();
    }

    private static ConsistencyProof proof(JsonValue value) throws MalformedException {
        if (!(value instanceof JsonValue.Items items) || items.values().size() > 2 * Long.SIZE) {
            throw new MalformedException(Fault.ANSWER_FIELD, CONSISTENCY);
        }
        List<Hash> hashes = new ArrayList<>();
        for (JsonValue item : items.values()) {
            if (!(item instanceof JsonValue.Text text)) {
                throw new MalformedException(Fault.ANSWER_FIELD, CONSISTENCY);
            }
            hashes.add(Hash.read(text.value(), Fault.CONSISTENCY_WRONG));
        }
        return new ConsistencyProof(hashes);
    }
}
