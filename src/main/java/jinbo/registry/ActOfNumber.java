package jinbo.registry;

import java.time.LocalDate;
import java.util.Optional;
import jinbo.insurer.Sector;

/**
 * One act on one number, without the number.
 *
 * @param batch that it committed in
 * @param revision that the batch got
 * @param inboundFile the upload that brought it, if an upload did
 * @param scope an insurer's id, or what stands for a sector
 * @param sector the uploader's
 * @param ban the act's own
 * @param registeredOn the day of registration
 */
public record ActOfNumber(
        long batch,
        long revision,
        Optional<Long> inboundFile,
        short scope,
        Sector sector,
        Interval ban,
        LocalDate registeredOn) {}
