package jinbo.exchange.sftp.check;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Optional;
import jinbo.exchange.sftp.DropError;
import jinbo.exchange.sftp.DropFolder;
import jinbo.exchange.sftp.FetchOutcome;
import jinbo.exchange.sftp.FileDelivery;
import jinbo.exchange.sftp.FileFetch;
import jinbo.exchange.sftp.FileSnapshot;
import jinbo.exchange.sftp.RemoteFiles;
import jinbo.exchange.sftp.TransferProgressListener;
import jinbo.platform.error.ErrorMessage;

/** Delivers a probe as a list is delivered, fetches it back, and has its maker look at it. */
record RoundTripCheck(RemoteFiles remote, DropProbe probe, Path scratch, String name) {

    DropCheckResult roundTrip() {
        String there = name + ".pgp";
        Path sealed = scratch.resolve(there + ".out");
        Path back = scratch.resolve(there + ".in");
        try {
            probe.make(there, sealed);
            long size = Files.size(sealed);
            new FileDelivery(
                            remote,
                            DropFolder.DOWNLOAD,
                            ErrorMessage.of(DropError.TRY_AGAIN),
                            TransferProgressListener.SILENT)
                    .deliver(sealed, there);
            Optional<String> fault = fetched(there, back, 2 * size)
                    ? probe.faultOf(there, back)
                    : Optional.of("the server does not give back what it took");
            remote.removeIfThere(DropFolder.DOWNLOAD, there);
            return fault.map(why -> DropCheckResult.of(DropCheckStep.ROUND_TRIP, DropCheckCode.CAME_BACK_CHANGED, why))
                    .orElseGet(() ->
                            DropCheckResult.of(DropCheckStep.ROUND_TRIP, DropCheckCode.CAME_BACK, size, probe.maker()));
        } catch (IOException e) {
            throw new UncheckedIOException("The folder " + scratch + " cannot be used", e);
        } finally {
            discard(sealed);
            discard(back);
        }
    }

    private boolean fetched(String there, Path back, long maxBytes) throws IOException {
        Optional<RemoteFiles.Attributes> file =
                remote.findInListing(DropFolder.DOWNLOAD, there).or(() -> remote.find(DropFolder.DOWNLOAD, there));
        return file.isPresent()
                && file.get().regular()
                && new FileFetch(remote, DropFolder.DOWNLOAD, maxBytes, TransferProgressListener.SILENT)
                                .fetch(
                                        new FileSnapshot(
                                                there,
                                                file.get().size(),
                                                file.get().modified()),
                                        back)
                        instanceof FetchOutcome.Fetched;
    }

    private static void discard(Path file) {
        try {
            Files.deleteIfExists(file);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
