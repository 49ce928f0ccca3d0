#!/bin/sh
# Makes the throw-away keys beside this script anew: OpenPGP with GnuPG 2.4, SSH with ssh-keygen, the access log's key with OpenSSL.
# They have no passphrase and no end, and their secret halves are published: see README.md.
set -eu
umask 077
cd "$(dirname "$0")"

# GnuPG's agent listens on a socket in its home, whose path may not be long.
GNUPGHOME=$(mktemp -d "${TMPDIR:-/tmp}/jk.XXXXXX")
export GNUPGHOME
trap 'gpgconf --kill gpg-agent; rm -rf "$GNUPGHOME"' EXIT

# Born in 2012, before the day on which the platform of Beijing opened and the demo plays; no AEAD among the preferences, because GnuPG would
# then encrypt to these keys with a packet of its own that is in no standard.
gpg_at_birth() {
    gpg --batch --quiet --yes --no-permission-warning --faked-system-time '20120101T000000!' \
        --pinentry-mode loopback --passphrase '' --cert-digest-algo SHA512 \
        --default-preference-list 'AES256 AES192 AES SHA512 SHA384 SHA256 ZLIB ZIP BZIP2 Uncompressed mdc no-ks-modify' \
        "$@"
}

make_openpgp() { # name, algorithm that signs, algorithm that decrypts, user id
    gpg_at_birth --quick-generate-key "$4" "$2" cert,sign never
    fingerprint=$(gpg --batch --with-colons --list-keys "=$4" | awk -F: '$1 == "fpr" { print $10; exit }')
    gpg_at_birth --quick-add-key "$fingerprint" "$3" encr never
    gpg_at_birth --armor --export "$fingerprint" >"$1.public.asc"
    gpg_at_birth --armor --export-secret-keys "$fingerprint" >"$1.secret.asc"
}

make_ssh() { # name, comment
    rm -f "$1.ssh" "$1.ssh.pub"
    ssh-keygen -q -t ed25519 -N '' -C "$2 SAMPLE KEY - do not use" -f "$1.ssh"
}

# everybody has the secret halves of the old ones, too
if [ -f fingerprints.txt ]; then grep -v '^#' fingerprints.txt >>retired-fingerprints.txt; fi

rm -f access-log.key
openssl genpkey -algorithm ed25519 -out access-log.key

make_openpgp association ed25519 cv25519 'Insurance Association (SAMPLE KEY - do not use) <exchange@association.example>'
make_openpgp YUNHE ed25519 cv25519 'Yunhe Life (SAMPLE KEY - do not use) <exchange@yunhe.example>'
make_openpgp CHANGQING rsa3072 rsa3072 'Changqing Life (SAMPLE KEY - do not use) <exchange@changqing.example>'
make_openpgp BEIDOU nistp256 nistp256 'Beidou Property (SAMPLE KEY - do not use) <exchange@beidou.example>'

for name in association host YUNHE CHANGQING BEIDOU; do
    make_ssh "$name" "$name"
done

# By these the program knows the keys, and refuses them outside a demo: each OpenPGP key and subkey, each SSH key, and the access log's key by
# the SHA-256 of its public half.
{
    echo "# Fingerprints of the keys in this folder. make-sample-keys.sh writes this file."
    for name in association YUNHE CHANGQING BEIDOU; do
        gpg --batch --with-colons --show-keys "$name.public.asc" | awk -F: -v name="$name" '$1 == "fpr" { print $10, name }'
    done
    for name in association host YUNHE CHANGQING BEIDOU; do
        ssh-keygen -l -f "$name.ssh.pub" | awk -v name="$name" '{ print $2, name ".ssh" }'
    done
    echo "$(openssl pkey -in access-log.key -pubout -outform DER | tail -c 32 | sha256sum | cut -d ' ' -f 1) access-log"
} >fingerprints.txt
