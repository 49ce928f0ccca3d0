package jinbo.participant.staff;

/** What a person signs for: giving an operation, or confirming another person's request. */
public enum SignaturePurpose {
    ASK("jinbo-ask"),
    CONFIRM("jinbo-confirm");

    private final String namespace;

    SignaturePurpose(String namespace) {
        this.namespace = namespace;
    }

    /** The namespace for {@code ssh-keygen -Y verify -n}, which separates the two purposes. */
    public String namespace() {
        return namespace;
    }
}
