package jinbo.participant.operation;

import java.util.Arrays;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** All operations that the program knows, by name. */
public final class OperationCatalog {

    private final Map<String, OperationType> types = new LinkedHashMap<>();

    /** @param families sealed interfaces; the records that they permit are the operations */
    public OperationCatalog(List<Class<? extends Operation>> families) {
        families.stream()
                .flatMap(family -> Arrays.stream(family.getPermittedSubclasses()))
                .map(type -> OperationType.of(type.asSubclass(Operation.class)))
                .forEach(this::add);
    }

    private void add(OperationType type) {
        if (types.put(type.useCase().name(), type) != null) {
            throw new IllegalArgumentException(
                    "Two operations have the name " + type.useCase().name());
        }
    }

    public Collection<OperationType> types() {
        return types.values();
    }

    public Optional<OperationType> find(String name) {
        return Optional.ofNullable(types.get(name));
    }
}
