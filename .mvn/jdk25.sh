# Sets JAVA_HOME to a JDK 25 or later, if one can be found: JAVA_HOME itself, the java on the PATH, then the usual places.
# Sourced by mvnw and bin/register.
jdk_major() {
  sed -n 's/^JAVA_VERSION="\([0-9]*\).*/\1/p' "$1/release" 2>/dev/null
}

is_jdk25() {
  [ -x "$1/bin/javac" ] && [ "$(jdk_major "$1")" -ge 25 ] 2>/dev/null
}

find_jdk25() {
  if [ -n "${JAVA_HOME-}" ] && is_jdk25 "$JAVA_HOME"; then
    printf %s "$JAVA_HOME"
    return
  fi
  for parent in /usr/lib/jvm /opt /opt/java /usr/local "$HOME/.sdkman/candidates/java" "$HOME/.jdks" /Library/Java/JavaVirtualMachines; do
    # mvnw switches globbing off, so the folders are listed by find.
    for home in $(find "$parent" -maxdepth 1 -mindepth 1 2>/dev/null | sort -r); do
      for candidate in "$home" "$home/Contents/Home"; do
        if is_jdk25 "$candidate"; then
          printf %s "$candidate"
          return
        fi
      done
    done
  done
}

jdk25_home="$(find_jdk25)"
if [ -n "$jdk25_home" ]; then
  JAVA_HOME="$jdk25_home"
  export JAVA_HOME
fi
