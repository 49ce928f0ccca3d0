package jinbo.participant.staff;

import jinbo.platform.ssh.SshPublicKey;

/**
 * A person who is to be added.
 *
 * @param name the short name
 * @param fullName as on the agreement
 * @param role what it may do
 * @param key by which it proves who it is
 */
public record NewPerson(PersonName name, String fullName, Role role, SshPublicKey key) {}
