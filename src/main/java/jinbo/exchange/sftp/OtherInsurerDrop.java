package jinbo.exchange.sftp;

import jinbo.participant.insurer.InsurerCode;

/**
 * Another insurer, whose drop must not be the one that is checked.
 *
 * @param insurer who
 * @param address of its drop
 * @param own by what we log in there
 */
public record OtherInsurerDrop(InsurerCode insurer, DropAddress address, DropCredentials own) {}
