package jinbo.consumer;

import jinbo.insurer.InsurerCode;
import jinbo.insurer.Sector;

/**
 * An insurer that a consumer can choose.
 *
 * @param code its short name
 * @param name its full name
 * @param sector its line of business
 */
public record OfferedInsurer(InsurerCode code, String name, Sector sector) {}
