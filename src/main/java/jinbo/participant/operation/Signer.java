package jinbo.participant.operation;

import java.time.Instant;

/**
 * Who asks for an operation, as the document says that is signed.
 *
 * @param nonce 32 hex digits that no other document has
 */
record Signer(String by, Instant at, String nonce) {}
