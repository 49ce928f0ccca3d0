package jinbo.exchange.openpgp;

import java.io.IOException;
import java.io.OutputStream;
import org.bouncycastle.openpgp.PGPSignatureGenerator;

/** Shows a signature what passes to another stream. */
final class SigningOutputStream extends OutputStream {

    private final OutputStream out;
    private final PGPSignatureGenerator signature;

    SigningOutputStream(OutputStream out, PGPSignatureGenerator signature) {
        this.out = out;
        this.signature = signature;
    }

    @Override
    public void write(int octet) throws IOException {
        write(new byte[] {(byte) octet}, 0, 1);
    }

    @Override
    public void write(byte[] buffer, int offset, int length) throws IOException {
        signature.update(buffer, offset, length);
        out.write(buffer, offset, length);
    }
}
