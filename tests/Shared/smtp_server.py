"""A real SMTP server with STARTTLS and AUTH for the tests.

    smtp_server.py PORT [CERTIFICATE KEY USER PASSWORD]

Prints `listening PORT`, then a line of JSON for every accepted mail. Each line on standard input sets a behaviour and is echoed.
The server exits when its input ends, which happens however the tests end.

    well            accepts every mail
    slow SECONDS    waits that long before it answers to a mail
    drop            closes the connection in the middle of a mail
    no-reply        accepts the mail and closes the connection without an answer

Recipients `unknown@...` are refused permanently, `busy@...` temporarily.
"""

import asyncio
import base64
import json
import ssl
import sys

from aiosmtpd.smtp import SMTP, AuthResult


class Server(SMTP):
    async def smtp_DATA(self, arg):
        if BEHAVIOUR[0] == "drop":
            await self.push("354 Go on")
            await self._reader.readline()
            self.transport.abort()
            return
        await super().smtp_DATA(arg)


class Handler:
    async def handle_RCPT(self, server, session, envelope, address, rcpt_options):
        if address.startswith("unknown@"):
            return "550 5.1.1 Nobody of that name"
        if address.startswith("busy@"):
            return "451 4.2.0 Come back later"
        envelope.rcpt_tos.append(address)
        return "250 OK"

    async def handle_DATA(self, server, session, envelope):
        if BEHAVIOUR[0] == "slow":
            await asyncio.sleep(float(BEHAVIOUR[1]))
        say(json.dumps({
            "from": envelope.mail_from,
            "to": envelope.rcpt_tos,
            "encrypted": session.ssl is not None,
            "user": session.auth_data,
            "mail": base64.b64encode(envelope.content).decode(),
        }))
        if BEHAVIOUR[0] == "no-reply":
            server.transport.abort()
        return "250 Taken"


def authenticator(user, password):
    def check(server, session, envelope, mechanism, auth_data):
        # handled=False: aiosmtpd answers with its own 535.
        right = (auth_data.login.decode(), auth_data.password.decode()) == (user, password)
        return AuthResult(success=right, handled=False, auth_data=user)
    return check


def say(line):
    print(line, flush=True)


BEHAVIOUR = ["well"]


async def main(port, certificate=None, key=None, user=None, password=None):
    options = {}
    if certificate:
        context = ssl.SSLContext(ssl.PROTOCOL_TLS_SERVER)
        context.load_cert_chain(certificate, key)
        options = {"tls_context": context, "require_starttls": True, "auth_required": True, "authenticator": authenticator(user, password)}
    loop = asyncio.get_running_loop()
    server = await loop.create_server(lambda: Server(Handler(), hostname="mail.test", loop=loop, **options), "127.0.0.1", int(port))
    say(f"listening {server.sockets[0].getsockname()[1]}")
    while line := await loop.run_in_executor(None, sys.stdin.readline):
        BEHAVIOUR[:] = line.split()
        say(line.strip())


asyncio.run(main(*sys.argv[1:]))
