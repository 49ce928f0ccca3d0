package jinbo.participant.staff;

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
