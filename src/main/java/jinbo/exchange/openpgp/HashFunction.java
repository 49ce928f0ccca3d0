package jinbo.exchange.openpgp;

import java.util.Arrays;
import java.util.Optional;

/** The hash functions of accepted signatures, with the size of their salt in bytes (RFC 9580, section 9.5). */
enum HashFunction {
    SHA256(8, 256, 16),
    SHA384(9, 384, 24),
    SHA512(10, 512, 32);

    private final int id;
    private final int bits;
    private final int salt;

    HashFunction(int id, int bits, int salt) {
        this.id = id;
        this.bits = bits;
        this.salt = salt;
    }

    static Optional<HashFunction> of(int id) {
        return Arrays.stream(values()).filter(hash -> hash.id == id).findFirst();
    }

    /** The shortest one with at least this many bits; SHA-512 for a curve of 521 bits. */
    static HashFunction ofAtLeast(int bits) {
        return Arrays.stream(values())
                .filter(hash -> hash.bits >= bits)
                .findFirst()
                .orElse(SHA512);
    }

    int id() {
        return id;
    }

    int salt() {
        return salt;
    }
}
