package jinbo.registry.history;

public enum NumberKnowledge {
    KNOWN,
    /** The number is erased from its registrations, whose blocks ended long ago. */
    ERASED,
    /** It has no registrations, or the key is destroyed by which erased ones could be recognised. */
    UNKNOWN
}
