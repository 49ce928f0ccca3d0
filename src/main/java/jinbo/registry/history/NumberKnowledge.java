package jinbo.registry.history;

/** Whether the registry has registrations of a number. */
public enum NumberKnowledge {
    KNOWN,
    /** The number has been erased from its registrations, because their blocks had ended long before. */
    ERASED,
    /** The number has no registrations, or they were erased and the key to recognize them is destroyed. */
    UNKNOWN
}
