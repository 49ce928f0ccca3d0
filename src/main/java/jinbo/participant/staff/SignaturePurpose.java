package jinbo.participant.staff;

/** What a signature over an operation brings about. */
public enum SignaturePurpose {
    ASK("jinbo-ask"),
    /** What another person has asked for is carried out. */
    CONFIRM("jinbo-confirm");

    private final String namespace;

    SignaturePurpose(String namespace) {
        this.namespace = namespace;
    }

    /** The namespace of such signatures, so that one is never taken for the other: {@code ssh-keygen -Y verify -n}. */
    public String namespace() {
        return namespace;
    }
}
