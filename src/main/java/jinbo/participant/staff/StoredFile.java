package jinbo.participant.staff;

/**
 * A file that was named in a request, as its bytes were then.
 *
 * @param word which word of the command named it, from 0
 * @param name what it was called
 * @param size in bytes
 * @param sha256 of its bytes, 64 hexadecimal digits
 */
public record StoredFile(int word, String name, long size, String sha256) {}
