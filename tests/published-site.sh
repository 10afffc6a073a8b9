# Publishes the site and serves it on loopback, by default at the start of the workshop. `./dev prove` checks it with Lighthouse and the HTML
# validator; tests/bench/bench.sh measures it.
# shellcheck shell=bash
work='' server='' url=''
while_open=(--Clock:RehearseFrom=2021-09-01T09:00 --RateLimits:Enabled=false)

publish() {
  want curl
  work=$(mktemp -d)
  trap clean_up EXIT
  dotnet publish "$web" -c Release -o "$work/site" -v q
}

start() { # arguments for the program
  local port=5100 end=$((SECONDS + 180))
  while (: <>"/dev/tcp/127.0.0.1/$port") 2>/dev/null; do port=$((port + 1)); done
  url=http://127.0.0.1:$port
  ASPNETCORE_ENVIRONMENT=Production Site__BaseUrl=$url Site__DataPath=$work/data Clock__RehearseFrom=2021-09-22T13:20 \
    "$work/site/ModMatWorkshop.Web" --urls "$url" "$@" >"$work/log" 2>&1 &
  server=$!
  # Test the port without curl: repeated curl processes would slow the start that the benchmark measures.
  until (: <>"/dev/tcp/127.0.0.1/$port") 2>/dev/null; do
    if [ $SECONDS -ge $end ] || ! kill -0 "$server" 2>/dev/null; then cat "$work/log" && return 1; fi
    sleep 0.02
  done
  curl -sf -o /dev/null "$url/"
}

halt() { kill "$server" 2>/dev/null && wait "$server" || true; server=''; }
clean_up() {
  if [ -n "$server" ]; then halt; fi
  if [ -e "$work/nginx/pid" ]; then kill "$(cat "$work/nginx/pid")"; fi
  rm -rf "$work"
}

# --- Lighthouse and the HTML validator

prove_with_npm() {
  local tools=artifacts/npm page
  if ! command -v npm >/dev/null || ! command -v java >/dev/null; then
    leave_out 'Lighthouse and the HTML validator, which need npm and java' && return
  fi
  if ! npm install --silent --no-save --prefix "$tools" lighthouse@13.5.0 vnu-jar@26.9.27; then
    leave_out 'Lighthouse and the HTML validator, which npm could not install' && return
  fi
  if ! { publish && start "${while_open[@]}"; }; then fails 'the published site' && return; fi
  mkdir "$work/pages"
  check 'the steps of a registration' steps_in_both_languages
  check 'the administration pages' administration_pages
  halt
  if ! start "${while_open[@]}" --Site:DataPath="$work/equal"; then fails 'the published site' && return; fi
  check 'equal answers for known and unknown addresses' equal_answers
  halt
  if ! start; then fails 'the published site' && return; fi
  check 'every page' every_page
  check 'HTML validator' valid_html "$tools"
  for page in / /programme /resumes/o1; do check "Lighthouse on $page" lighthouse "$tools" "$page"; done
}

equal_answers() {
  if ! command -v python3 >/dev/null; then leave_out 'equal answers, which need python3' && return; fi
  python3 tests/equal-answers.py "$url" "$work/equal/mail"
}

every_page() {
  local page
  for page in $(curl -sf "$url/sitemap.xml" | grep -o '<loc>[^<]*' | cut -d'>' -f2); do
    page=${page#"$url"}
    curl -sf "$url$page" -o "$work/pages/${page//\//_}.html" || { echo "$page does not answer" && return 1; }
  done
  keep fr-live-on-air 200 'data-live-state="open"' /direct -b "$work/fr.jar" && keep en-live-on-air 200 'data-live-state="open"' /en/live -b "$work/en.jar"
}

valid_html() {
  echo "HTML validator: $(find "$work/pages" -type f | wc -l) pages"
  java -jar "$1/node_modules/vnu-jar/build/dist/vnu.jar" --errors-only "$work"/pages/*.html
}

lighthouse() {
  local again
  rm -f "$work/lighthouse.json"
  # Lighthouse sometimes loses the trace of the browser and gives no result, so try up to three times.
  for again in 1 2 3; do
    if CHROME_PATH=$(command -v chromium) "$1/node_modules/.bin/lighthouse" "$url$2" --quiet --output=json --output-path="$work/lighthouse.json" \
      --chrome-flags='--headless=new --no-sandbox --disable-dev-shm-usage'; then break; fi
  done
  [ -e "$work/lighthouse.json" ] || return 1
  node -e '
    const wanted = { performance: 99, accessibility: 100, "best-practices": 100, seo: 100 };
    const { categories, audits } = JSON.parse(require("fs").readFileSync(process.argv[1]));
    const score = name => Math.round(categories[name].score * 100);
    const short = Object.keys(wanted).filter(name => score(name) < wanted[name]);
    console.log(`Lighthouse on ${process.argv[2]}: ${Object.keys(wanted).map(name => `${name} ${score(name)}`).join(", ")}`);
    for (const { id } of short.flatMap(name => categories[name].auditRefs).filter(audit => audits[audit.id].score !== null && audits[audit.id].score < 0.9))
      console.log(`  ${id}: ${audits[id].title} ${audits[id].displayValue ?? ""}`);
    process.exit(short.length === 0 ? 0 : 1);' "$work/lighthouse.json" "$2"
}

# --- The pages of a registration

steps_in_both_languages() {
  steps_of_registration fr /inscription /mon-inscription /lien-perdu /direct /participants &&
    steps_of_registration en /en/registration /en/my-registration /en/lost-link /en/live /en/participants
}

# Saves the page of each step for the validator. The first unexpected page stops it.
steps_of_registration() { # language, paths of the pages in that language
  local language=$1 form=$2 own=$3 lost=$4 live=$5 participants=$6 jar=(-b "$work/$1.jar" -c "$work/$1.jar") email=ada.$1@example.org
  keep "$language-live-anonymous" 200 'data-live-state="closed"' "$live" &&
    keep "$language-lost-link" 200 'name="email"' "$lost" "${jar[@]}" &&
    keep "$language-lost-link-refused" 400 email-fault "$lost" "${jar[@]}" -d "form-token=$(value form-token)" -d email=nobody &&
    keep "$language-lost-link-answer" 200 data-link-sent "$lost" "${jar[@]}" -d "form-token=$(value form-token)" -d email=nobody@example.org &&
    keep "$language-form" 200 'name="given-name"' "$form" "${jar[@]}" &&
    keep "$language-form-refused" 400 'data-registration-status="invalid"' "$form" "${jar[@]}" -d "form-token=$(value form-token)" -d email=nobody &&
    keep "$language-answer" 200 'data-registration-status="pending"' "$form" "${jar[@]}" -d "$(filled_form)" -d "email=$email" &&
    own=$(secret_link "$own") &&
    keep "$language-own-pending" 200 'data-registration-status="pending"' "$own" "${jar[@]}" &&
    keep "$language-own-confirmed" 200 'data-registration-status="confirmed"' "$own?handler=confirm" "${jar[@]}" -L -d "form-token=$(value form-token)" &&
    keep "$language-own-refused" 400 'data-registration-status="invalid"' "$own?handler=save" "${jar[@]}" -d "form-token=$(value form-token)" &&
    keep "$language-live-participant" 200 'data-live-state="open"' "$live" "${jar[@]}" &&
    keep "$language-participants" 200 Lovelace "$participants" &&
    keep "$language-own-invalid" 404 'data-registration-status="invalid"' "${own%?????}AAAAA"
}

keep() { # saves a page: name, expected status, expected text, path, more arguments for curl
  local status
  page=$work/pages/$1.html
  status=$(curl -s -o "$page" -w '%{http_code}' "${@:5}" "$url$4")
  if [ "$status" != "$2" ] || ! grep -q "$3" "$page"; then echo "$1: $4 answers $status, without $3" && return 1; fi
}

value() { sed -n 's/.*name="'"$1"'"[^>]* value="\([^"]*\)".*/\1/p' "$page" | head -n 1; } # of a field of the last saved page

filled_form() { # the fields of the last saved form with answers, without the e-mail address
  printf 'form-token=%s&key=%s&given-name=Ada&family-name=Lovelace&affiliation=LAAS-CNRS&country=FR&position=Postdoc&attendance=in-person' "$(value form-token)" "$(value key)"
  printf '&half-days=some&half-day-2021-09-22-afternoon=in-person&half-day-2021-09-23-morning=remote&diet=&access=&presents=o1&listed=yes'
  sed -n 's/.*name="meals" value="\([^"]*\)".*/\&meals=\1/p' "$page" | tr -d '\n'
}

secret_link() { # its path, from the mail that contains it
  local end=$((SECONDS + 30))
  until cat "$work"/data/mail/*.eml 2>/dev/null | tr -d '\r' | sed ':next; /=$/ { N; s/=\n//; t next }' | grep -o "$url$1/[A-Za-z0-9_-]*" | head -n 1 | sed "s|^$url||" | grep .; do
    if [ $SECONDS -ge $end ]; then echo "no mail with a link to $1" >&2 && return 1; fi
    sleep 0.1
  done
}

# Creates the first organiser with the setup link from the log, and saves every page linked from the dashboard, in both languages.
administration_pages() {
  local jar=(-b "$work/admin.jar" -c "$work/admin.jar") setup
  setup=$(grep -o '/admin/setup?token=[A-Za-z0-9_-]*' "$work/log" | head -n 1)
  keep admin-setup 200 'name="password"' "$setup" "${jar[@]}" &&
    keep admin-second-factor 200 data-totp-secret "$setup" "${jar[@]}" -L -d "form-token=$(value form-token)" -d 'name=Grace+Hopper' -d email=grace@example.org -d 'password=un+atome+et+ses+voisins' &&
    keep admin-recovery-codes 200 'name="form-token"' "/admin/account/second-factor?handler=application" "${jar[@]}" -L -d "form-token=$(value form-token)" -d "code=$(current_code)" &&
    keep admin-dashboard 200 'data-figure="come"' /admin "${jar[@]}" &&
    save_linked_pages fr &&
    keep admin-account 200 'name="language"' /admin/account "${jar[@]}" &&
    keep admin-in-english 200 'lang="en"' "/admin/account?handler=save" "${jar[@]}" -L -d "form-token=$(value form-token)" -d 'name=Grace+Hopper' -d language=en &&
    save_linked_pages en
}

current_code() { # the TOTP code (RFC 6238) for the secret on the last saved page
  node -e '
    const bits = [...process.argv[1]].map(c => "ABCDEFGHIJKLMNOPQRSTUVWXYZ234567".indexOf(c).toString(2).padStart(5, "0")).join("");
    const key = Buffer.from(bits.match(/.{8}/g).map(b => parseInt(b, 2)));
    const time = Buffer.alloc(8);
    time.writeBigUInt64BE(BigInt(Math.floor(Date.now() / 30000)));
    const hash = require("crypto").createHmac("sha1", key).update(time).digest();
    console.log(String((hash.readUInt32BE(hash[19] & 15) & 0x7fffffff) % 1e6).padStart(6, "0"));' "$(sed -n 's/.*data-totp-secret>\([^<]*\)<.*/\1/p' "$page" | tr -d ' ')"
}

save_linked_pages() { # language; follows the links from the dashboard
  local -A seen=([/admin]=1)
  local queue=(/admin '/admin/attendees/act?do=confirm&all=yes') address next
  while [ ${#queue[@]} -gt 0 ]; do
    address=${queue[0]} queue=("${queue[@]:1}")
    keep "admin-$1-$(printf '%s' "$address" | tr -c 'a-zA-Z0-9\n' _ | cut -c1-150)" 200 '<html' "$address" "${jar[@]}" || return 1
    # Skips downloads, and all but one page of each list.
    for next in $(grep -o 'href="/admin[^"#]*' "$page" | cut -d'"' -f2 | sed 's/&amp;/\&/g' | grep -vE '\.(csv|xlsx|pdf|zip)|format=|[?&](sort|desc|page|from|to|guest|status|place|position|q|kind|actor|action|half-day)=' | sort -u); do
      if [ -z "${seen[$next]:-}" ]; then seen[$next]=1 && queue+=("$next"); fi
    done
  done
  echo "Administration pages, $1: ${#seen[@]} pages"
}
