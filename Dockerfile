# Mithaq: the API and the viewer over a Neo4j or the embedded store, as a user without rights.
#   docker build -t mithaq .
#   docker run --rm -i -v mithaq:/data mithaq load - < articles.jsonl
#   docker run --rm -p 127.0.0.1:4848:4848 -v mithaq:/data mithaq
FROM node:22-slim AS build
WORKDIR /app
COPY . .
RUN npx --yes pnpm@10 install --frozen-lockfile && npx pnpm@10 build

FROM node:22-slim AS packages
WORKDIR /app
COPY package.json pnpm-lock.yaml pnpm-workspace.yaml .pnpmfile.cjs ./
COPY apps/cli/package.json apps/cli/
COPY apps/server/package.json apps/server/
COPY packages/extractor/package.json packages/extractor/
COPY packages/ingest/package.json packages/ingest/
COPY packages/llm/package.json packages/llm/
COPY packages/loader/package.json packages/loader/
COPY packages/model/package.json packages/model/
COPY packages/views/package.json packages/views/
RUN npx --yes pnpm@10 install --frozen-lockfile --prod --ignore-scripts

FROM node:22-slim
ENV NODE_ENV=production
WORKDIR /app
COPY --from=packages /app ./
COPY apps/cli apps/cli/
COPY apps/server apps/server/
COPY packages packages/
COPY cypher cypher/
COPY examples examples/
COPY tsconfig.base.json tsconfig.json LICENSE NOTICE ./
COPY --from=build /app/apps/viewer/dist apps/viewer/dist/
RUN printf '#!/bin/sh\nexec node /app/apps/cli/bin/mithaq.js "$@"\n' > /usr/local/bin/mithaq \
  && chmod 755 /usr/local/bin/mithaq && mkdir /data && chown node:node /data
USER node
# The embedded store, and what commands write, lie here.
WORKDIR /data
VOLUME /data
EXPOSE 4848
STOPSIGNAL SIGTERM
HEALTHCHECK --interval=10s --timeout=5s --start-period=30s --retries=3 \
  CMD ["node", "-e", "fetch('http://127.0.0.1:4848/healthz').then(({ ok }) => process.exit(ok ? 0 : 1), () => process.exit(1))"]
ENTRYPOINT ["mithaq"]
CMD ["serve", "--host", "0.0.0.0", "--port", "4848", "--no-open", "--log"]
