package jinbo.registry.blocklist;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.function.Consumer;
import jinbo.exchange.format.DeflatedBlockListWriter;
import jinbo.reference.business.LineCode;
import jinbo.registry.BlockSink;

record ListRowSink(DeflatedBlockListWriter writer) implements BlockSink {

    void all(Consumer<BlockSink> registry) throws IOException {
        try {
            registry.accept(this);
        } catch (UncheckedIOException e) {
            throw e.getCause();
        }
        writer.finish();
    }

    @Override
    public void block(long mobile, LineCode line, int effectiveOn, int expiresOn) {
        try {
            writer.write(mobile, line, effectiveOn, expiresOn);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
