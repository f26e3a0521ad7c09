#!/bin/sh
# Makes the certificates by which the Temporal server and those who may speak to it know each other: an authority of this
# installation's own, a certificate for the server, one for each of the others. Done again it renews what ends within two months
# and leaves the rest. Each key lies in the folder of whoever needs it; the authority's own stays with this job.
set -eu

folder=${CERTIFICATES:-/certificates}
authority=$folder/authority
soon=$((60 * 86400))

new_key() { openssl ecparam -name prime256v1 -genkey -noout -out "$1"; }

mkdir -p "$authority"
if ! openssl x509 -in "$authority/ca.pem" -noout -checkend "$soon" >/dev/null 2>&1; then
  (umask 077 && new_key "$authority/ca.key")
  openssl req -x509 -new -key "$authority/ca.key" -sha256 -days 3650 -subj "/CN=luyue Temporal" -out "$authority/ca.pem" \
    -addext basicConstraints=critical,CA:TRUE,pathlen:0 -addext keyUsage=critical,keyCertSign,cRLSign
  echo "Temporal: a new authority for certificates"
fi

# issue NAME: into the folder of that name.
issue() {
  name=$1
  place=$folder/$name
  mkdir -p "$place"
  if openssl x509 -in "$place/tls.pem" -noout -checkend "$soon" >/dev/null 2>&1 &&
    openssl verify -CAfile "$authority/ca.pem" "$place/tls.pem" >/dev/null 2>&1; then
    return
  fi
  new_key "$place/tls.key"
  {
    echo "basicConstraints=critical,CA:FALSE"
    echo "keyUsage=critical,digitalSignature"
    # The server's own parts are clients of each other.
    if [ "$name" = server ]; then
      echo "extendedKeyUsage=serverAuth,clientAuth"
      echo "subjectAltName=DNS:temporal"
    else
      echo "extendedKeyUsage=clientAuth"
      echo "subjectAltName=DNS:$name"
    fi
  } >"$place/extensions"
  openssl req -new -key "$place/tls.key" -subj "/CN=$name" -out "$place/request"
  openssl x509 -req -in "$place/request" -CA "$authority/ca.pem" -CAkey "$authority/ca.key" -CAcreateserial -sha256 -days 397 \
    -extfile "$place/extensions" -out "$place/tls.pem" 2>/dev/null
  rm "$place/request" "$place/extensions"
  cp "$authority/ca.pem" "$place/ca.pem"
  # Every container has the folder that is its own and no other, and runs as a user of its own.
  chmod 0644 "$place/tls.key" "$place/tls.pem" "$place/ca.pem"
  echo "Temporal: a new certificate for $name"
}

for name in server worker gateway staff; do issue "$name"; done
