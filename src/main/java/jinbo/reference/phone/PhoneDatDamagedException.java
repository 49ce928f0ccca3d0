package jinbo.reference.phone;

/** The bundled segment table does not have its layout: the program was built or copied wrong. */
public final class PhoneDatDamagedException extends RuntimeException {

    private static final long serialVersionUID = 1L;

    private final int offset;

    PhoneDatDamagedException(int offset, String what) {
        super("phone.dat is damaged at byte " + offset + ": " + what + "; build the program anew");
        this.offset = offset;
    }

    /** Where in the file, in bytes from its beginning. */
    public int offset() {
        return offset;
    }
}
