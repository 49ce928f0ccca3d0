package jinbo.registry.history;

public enum NumberKnowledge {
    KNOWN,
    /** Registrations were about it whose blocks ended long ago; the number is erased from them, and what counted is told no more. */
    ERASED,
    /** No registration is about it, or the key is destroyed with which an erased one could be recognised. */
    UNKNOWN
}
